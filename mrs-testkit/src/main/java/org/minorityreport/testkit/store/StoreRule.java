package org.minorityreport.testkit.store;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One thing that a store must do, and how to find out. Immutable. */
final class StoreRule {
  private final String id;
  private final String intent;
  private final Set<StoreCapability> needs;
  private final Set<StoreCapability> declined;
  private final Check check;

  /** Finds out; a failure is an {@link AssertionError} in words of the domain. */
  interface Check {
    void on(Bench bench) throws Exception;
  }

  private StoreRule(
      int number,
      String intent,
      Set<StoreCapability> needs,
      Set<StoreCapability> declined,
      Check check) {
    this.id = String.format(Locale.ROOT, "S-%02d", number);
    this.intent = intent;
    this.needs = needs;
    this.declined = declined;
    this.check = check;
  }

  /** A rule for stores that can do all of what it needs. */
  static StoreRule of(int number, String intent, Check check, StoreCapability... needs) {
    return new StoreRule(number, intent, capabilities(List.of(needs)), Set.of(), check);
  }

  /** A rule for stores that cannot do a certain thing. */
  static StoreRule without(
      int number, StoreCapability declined, String intent, Check check, StoreCapability... needs) {
    return new StoreRule(number, intent, capabilities(List.of(needs)), Set.of(declined), check);
  }

  private static Set<StoreCapability> capabilities(List<StoreCapability> listed) {
    EnumSet<StoreCapability> set = EnumSet.noneOf(StoreCapability.class);
    set.addAll(listed);
    return set;
  }

  String id() {
    return id;
  }

  String intent() {
    return intent;
  }

  /** For which stores the rule is, in words; empty if for all. */
  String scope() {
    StringBuilder scope = new StringBuilder();
    needs.forEach(it -> scope.append(scope.isEmpty() ? "" : ", ").append(it));
    declined.forEach(it -> scope.append(scope.isEmpty() ? "not " : ", not ").append(it));
    return scope.toString();
  }

  boolean isFor(Set<StoreCapability> claimed) {
    return claimed.containsAll(needs) && declined.stream().noneMatch(claimed::contains);
  }

  /** Checks the rule; whatever goes wrong is said to be against it. */
  void check(Bench.Places places, Set<StoreCapability> claimed) {
    try (Bench bench = new Bench(places, claimed)) {
      check.on(bench);
    } catch (AssertionError e) {
      throw new AssertionError(id + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(id + ": interrupted", e);
    } catch (Exception e) {
      throw new AssertionError(id + ": the store threw " + e + " where it should have worked", e);
    }
  }

  /** Id and intent. */
  @Override
  public String toString() {
    return id + " " + intent;
  }
}
