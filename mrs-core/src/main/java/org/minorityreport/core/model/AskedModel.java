package org.minorityreport.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.model.ModelRoute;
import org.minorityreport.api.model.ModelWay;
import org.minorityreport.api.record.ModelCalls;
import org.minorityreport.core.json.CanonicalJson;

/**
 * The models of one role during one tick of one stage, called through a guard (spec 5.4, 5.5):
 * where the one in service throws, takes too long, breaks a rule or claims too little for its
 * answer, the fallback is asked. Counts the calls. One thread at a time.
 *
 * @param <M> the interface of the role
 */
public final class AskedModel<M extends Model> {
  private final ModelRole role;
  private final ModelRoute<M> route;
  private final Asked<M> primary;
  private final @Nullable Asked<M> challenger;
  private final @Nullable Asked<M> shadow;
  private final List<Asked<M>> usual;
  private final List<Asked<M>> challenged;
  private final List<Asked<M>> all = new ArrayList<>();
  private final @Nullable String fixedId;

  private AskedModel(ModelRole role, ModelRoute<M> route, @Nullable String id) {
    this.role = role;
    this.route = route;
    this.fixedId = id;
    this.primary = asked(route.primary(), ModelWay.PRIMARY);
    this.challenger = route.challenger().map(m -> asked(m, ModelWay.CHALLENGER)).orElse(null);
    Asked<M> standIn = route.fallback().map(m -> asked(m, ModelWay.FALLBACK)).orElse(null);
    this.usual = line(primary, standIn);
    this.challenged =
        challenger == null
            ? usual
            : line(
                challenger, standIn == null ? asked(route.primary(), ModelWay.FALLBACK) : standIn);
    this.shadow = route.shadow().map(m -> asked(m, ModelWay.SHADOW)).orElse(null);
  }

  private Asked<M> asked(M model, ModelWay way) {
    Asked<M> asked = new Asked<>(model, way);
    all.add(asked);
    return asked;
  }

  /** Those that are asked one after the other, without those that rest. */
  private List<Asked<M>> line(Asked<M> first, @Nullable Asked<M> standIn) {
    return Stream.of(Optional.of(first), Optional.ofNullable(standIn))
        .flatMap(Optional::stream)
        .filter(asked -> !route.resting().contains(asked.way))
        .toList();
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
    return new AskedModel<>(role, route, null);
  }

  /**
   * Models that have not been asked yet, for questions that all go the way of one id.
   *
   * @param role the role they are asked in
   * @param route the models in service
   * @param id decides whether the challenger is asked
   * @param <M> the interface of the role
   * @return the models with no calls counted
   */
  public static <M extends Model> AskedModel<M> of(ModelRole role, ModelRoute<M> route, String id) {
    return new AskedModel<>(role, route, id);
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
    return ask(line(fixedId), about, question, check, answer -> OptionalDouble.empty());
  }

  /**
   * Asks once; if that fails, or the answer claims too little for itself, asks the fallback.
   *
   * @param id decides whether the challenger is asked
   * @param about the report; its text goes into the message of a failure
   * @param question the call
   * @param check throws {@link InvalidValueException} if an answer breaks a rule
   * @param quality what an answer claims for itself
   * @param <A> type of the answer
   * @return the answer that keeps the rules, if there is one, and what became of the others
   */
  public <A> Answered<A> ask(
      String id,
      Object about,
      Function<M, A> question,
      Consumer<A> check,
      Function<A, OptionalDouble> quality) {
    return ask(line(id), about, question, check, quality);
  }

  private <A> Answered<A> ask(
      List<Asked<M>> line,
      Object about,
      Function<M, A> question,
      Consumer<A> check,
      Function<A, OptionalDouble> quality) {
    List<FailedCall> failures = new ArrayList<>();
    List<SetAside<A>> setAside = new ArrayList<>();
    for (Asked<M> model : line) {
      Optional<A> answer = model.ask(about, question, check, failures);
      if (answer.isPresent() && !isTooLow(model, answer.get(), quality, setAside)) {
        return new Answered<>(answer, model.by, List.copyOf(failures), List.copyOf(setAside));
      }
    }
    CalledModel first = (line.isEmpty() ? primary : line.get(0)).by;
    return new Answered<>(Optional.empty(), first, List.copyOf(failures), List.copyOf(setAside));
  }

  /** The last resort is used whatever it claims. */
  private <A> boolean isTooLow(
      Asked<M> model, A answer, Function<A, OptionalDouble> quality, List<SetAside<A>> setAside) {
    if (route.qualityFloor() <= 0 || model.way == ModelWay.FALLBACK) {
      return false;
    }
    OptionalDouble claimed = quality.apply(answer);
    if (claimed.isEmpty() || claimed.getAsDouble() >= route.qualityFloor()) {
      return false;
    }
    String message =
        "quality_score "
            + CanonicalJson.text(claimed.getAsDouble())
            + " is under the floor of "
            + CanonicalJson.text(route.qualityFloor());
    setAside.add(new SetAside<>(model.by, answer, message));
    return true;
  }

  private List<Asked<M>> line(@Nullable String id) {
    return challenger != null && id != null && Split.isChallenged(role, id, route.share())
        ? challenged
        : usual;
  }

  /**
   * Asks the shadow, whose answer is for the log alone.
   *
   * @param about the series, report or pair
   * @param question the call
   * @param check throws {@link InvalidValueException} if an answer breaks a rule
   * @param <A> type of the answer
   * @return what became of it; empty if there is no shadow, or it rests
   */
  public <A> Optional<ShadowCall<A>> shadow(
      Object about, Function<M, A> question, Consumer<A> check) {
    Asked<M> model = shadow;
    if (model == null || route.resting().contains(ModelWay.SHADOW)) {
      return Optional.empty();
    }
    List<FailedCall> failures = new ArrayList<>(1);
    Optional<A> answer = model.ask(about, question, check, failures);
    return Optional.of(new ShadowCall<>(model.by, answer, failures.stream().findFirst()));
  }

  /** {@return whether there is a shadow} */
  public boolean isShadowed() {
    return shadow != null;
  }

  /**
   * Counts answers of the model asked first that were had ahead of this tick, as if it had been
   * asked now.
   *
   * @param count how many
   */
  public void answeredAhead(int count) {
    first().ok += count;
  }

  /** {@return the model that is asked first} */
  public CalledModel primary() {
    return first().by;
  }

  private Asked<M> first() {
    List<Asked<M>> line = line(fixedId);
    return line.isEmpty() ? primary : line.get(0);
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
    return all.stream()
        .filter(model -> model.ok + model.failed > 0)
        .map(model -> ModelEdge.calls(role(), model.by, model.ok, model.failed))
        .toList();
  }

  private static final class Asked<M extends Model> {
    private final M model;
    private final ModelWay way;
    private final CalledModel by;
    private long ok;
    private long failed;

    Asked(M model, ModelWay way) {
      ModelInfo info = Objects.requireNonNull(model.info(), "model.info()");
      this.model = model;
      this.way = way;
      this.by = new CalledModel(info, way.wireName());
    }

    /** The one place where a model is called; its time is watched by {@link WatchedModels}. */
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
      } catch (CallTimeout e) {
        failures.add(fail(ModelEdge.TIMEOUT, "asked about " + about + ", " + e.getMessage()));
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
