package org.minorityreport.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.model.ModelRoute;
import org.minorityreport.api.record.ModelCalls;

/**
 * The models of one role during one tick of one stage, called through a guard (spec 5.5): where the
 * one in service throws or breaks a rule the fallback is asked. Counts the calls. One thread at a
 * time.
 *
 * @param <M> the interface of the role
 */
public final class AskedModel<M extends Model> {
  private final ModelRole role;
  private final List<Asked<M>> asked = new ArrayList<>();

  private AskedModel(ModelRole role, ModelRoute<M> route) {
    this.role = role;
    asked.add(new Asked<>(route.primary(), ModelEdge.PRIMARY));
    route.fallback().ifPresent(model -> asked.add(new Asked<>(model, ModelEdge.FALLBACK)));
  }

  /**
   * Models that have not been asked yet.
   *
   * @param role the role they are asked in
   * @param route the models in service
   * @param <M> the interface of the role
   * @return the models with no calls counted
   */
  public static <M extends Model> AskedModel<M> of(ModelRole role, ModelRoute<M> route) {
    return new AskedModel<>(role, route);
  }

  /**
   * Asks once; if that fails, asks the fallback.
   *
   * @param about the series, report or pair; its text goes into the message of a failure
   * @param question the call
   * @param check throws {@link InvalidValueException} if an answer breaks a rule; see {@link
   *     AnswerRules}
   * @param <A> type of the answer
   * @return the answer that keeps the rules, if there is one, and what failed
   */
  public <A> Answered<A> ask(Object about, Function<M, A> question, Consumer<A> check) {
    List<FailedCall> failures = new ArrayList<>();
    for (Asked<M> model : asked) {
      Optional<A> answer = model.ask(about, question, check, failures);
      if (answer.isPresent()) {
        return new Answered<>(answer, model.by, List.copyOf(failures));
      }
    }
    return new Answered<>(Optional.empty(), primary(), List.copyOf(failures));
  }

  /**
   * Counts answers of the primary that were had ahead of this tick, as if it had been asked now.
   *
   * @param count how many
   */
  public void answeredAhead(int count) {
    asked.get(0).ok += count;
  }

  /** {@return the model that is asked first} */
  public CalledModel primary() {
    return asked.get(0).by;
  }

  /** {@return the role as rows hold it} */
  public String role() {
    return role.wireName();
  }

  /** {@return the code of rows that rest on the fallback} */
  public String fallbackCode() {
    return DegradationCodes.fallback(role);
  }

  /** {@return the calls so far, one row per model; none of a model that was never asked} */
  public List<ModelCalls> calls() {
    return asked.stream()
        .filter(model -> model.ok + model.failed > 0)
        .map(model -> ModelEdge.calls(role(), model.by, model.ok, model.failed))
        .toList();
  }

  private static final class Asked<M extends Model> {
    private final M model;
    private final CalledModel by;
    private long ok;
    private long failed;

    Asked(M model, String route) {
      ModelInfo info = Objects.requireNonNull(model.info(), "model.info()");
      this.model = model;
      this.by = new CalledModel(info, route);
    }

    /** The one place where a model is called: what watches the time of a call belongs here. */
    <A> Optional<A> ask(
        Object about, Function<M, A> question, Consumer<A> check, List<FailedCall> failures) {
      try {
        A answer = question.apply(model);
        AnswerRules.check(answer != null, () -> "it answered null");
        check.accept(answer);
        ok++;
        return Optional.of(answer);
      } catch (RecordedFailure e) {
        failures.add(fail(e.outcome(), e.toString()));
      } catch (InvalidValueException e) {
        failures.add(fail(ModelEdge.REJECTED, "asked about " + about + ": " + e.getMessage()));
      } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
        failures.add(fail(ModelEdge.FAILED, "asked about " + about + ", it threw " + e));
      }
      return Optional.empty();
    }

    private FailedCall fail(String outcome, String message) {
      failed++;
      return new FailedCall(by, outcome, message);
    }
  }
}
