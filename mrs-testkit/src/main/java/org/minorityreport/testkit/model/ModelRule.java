package org.minorityreport.testkit.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.model.Model;

/**
 * One thing that a model must do, and how to find out. Immutable.
 *
 * @param <M> the interface of the role
 * @param <Q> type of its question
 * @param <A> type of its answer
 */
final class ModelRule<M extends Model, Q, A> {
  private final int number;
  private final String intent;
  private final @Nullable ModelCapability needs;
  private final @Nullable ModelCapability declined;
  private final Check<M, Q, A> check;

  /** Finds out; a failure is an {@link AssertionError} in words of the domain. */
  interface Check<M extends Model, Q, A> {
    void on(ModelBench<M, Q, A> bench) throws Exception;
  }

  private ModelRule(
      int number,
      String intent,
      @Nullable ModelCapability needs,
      @Nullable ModelCapability declined,
      Check<M, Q, A> check) {
    this.number = number;
    this.intent = intent;
    this.needs = needs;
    this.declined = declined;
    this.check = check;
  }

  /** A rule for every model of the role. */
  static <M extends Model, Q, A> ModelRule<M, Q, A> of(
      int number, String intent, Check<M, Q, A> check) {
    return new ModelRule<>(number, intent, null, null, check);
  }

  /** A rule for models that can do something. */
  static <M extends Model, Q, A> ModelRule<M, Q, A> with(
      ModelCapability needs, int number, String intent, Check<M, Q, A> check) {
    return new ModelRule<>(number, intent, needs, null, check);
  }

  /** A rule for models that cannot do something. */
  static <M extends Model, Q, A> ModelRule<M, Q, A> without(
      ModelCapability declined, int number, String intent, Check<M, Q, A> check) {
    return new ModelRule<>(number, intent, null, declined, check);
  }

  int number() {
    return number;
  }

  /** The id, such as MRS-BAS-03. */
  String id(RoleQuestions<?, ?, ?> asked) {
    return String.format(Locale.ROOT, "MRS-%s-%02d", asked.letters(), number);
  }

  String intent() {
    return intent;
  }

  /** For which models the rule is, in words; empty if for all. */
  String scope() {
    return needs != null ? needs.toString() : declined != null ? "not " + declined : "";
  }

  boolean isFor(Set<ModelCapability> claimed) {
    return (needs == null || claimed.contains(needs))
        && (declined == null || !claimed.contains(declined));
  }

  /** Checks the rule; whatever goes wrong is said to be against it. */
  void check(ModelBench<M, Q, A> bench) {
    String id = id(bench.asked());
    try {
      check.on(bench);
    } catch (AssertionError | LinkageError e) {
      throw new AssertionError(id + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(id + ": interrupted", e);
    } catch (Exception e) {
      throw new AssertionError(id + ": " + e, e);
    }
  }

  /** What a model may leave out, in one set. */
  static Set<ModelCapability> claimed(Set<ModelCapability> declined) {
    EnumSet<ModelCapability> claimed = EnumSet.allOf(ModelCapability.class);
    claimed.removeAll(List.copyOf(declined));
    return claimed;
  }
}
