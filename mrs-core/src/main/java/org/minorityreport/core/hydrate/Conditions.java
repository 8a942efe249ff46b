package org.minorityreport.core.hydrate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.view.Bands;
import org.minorityreport.api.view.ViewQuery;

/**
 * What a query asks for; what it does not ask for costs nothing. One thread at a time.
 *
 * @param <T> what is tested
 */
final class Conditions<T> implements Predicate<T> {
  private final List<Predicate<T>> all = new ArrayList<>();

  @Override
  public boolean test(T row) {
    for (Predicate<T> condition : all) {
      if (!condition.test(row)) {
        return false;
      }
    }
    return true;
  }

  /** {@return whether nothing is asked for} */
  boolean isEmpty() {
    return all.isEmpty();
  }

  Conditions<T> add(Predicate<T> condition) {
    all.add(condition);
    return this;
  }

  /** The value is one of those asked for. */
  <V> Conditions<T> oneOf(Collection<V> asked, Function<T, V> value) {
    Set<V> set = Set.copyOf(asked);
    return set.isEmpty() ? this : add(row -> set.contains(value.apply(row)));
  }

  /** There is a value, and it is one of those asked for. */
  <V> Conditions<T> someOneOf(Collection<V> asked, Function<T, Optional<V>> value) {
    Set<V> set = Set.copyOf(asked);
    return set.isEmpty() ? this : add(row -> value.apply(row).filter(set::contains).isPresent());
  }

  /** One of the values is one of those asked for. */
  <V> Conditions<T> anyOf(Collection<V> asked, Function<T, ? extends Collection<V>> values) {
    Set<V> set = Set.copyOf(asked);
    return set.isEmpty() ? this : add(row -> values.apply(row).stream().anyMatch(set::contains));
  }

  /** It is so, or is not, as asked. */
  Conditions<T> is(Optional<Boolean> asked, Predicate<T> fact) {
    asked.ifPresent(wanted -> add(row -> fact.test(row) == wanted));
    return this;
  }

  /** The text asked for is found. */
  Conditions<T> text(Optional<String> asked, Function<TextSearch, Predicate<T>> found) {
    asked.ifPresent(text -> add(found.apply(new TextSearch(text))));
    return this;
  }

  /** What reports and events have in common. */
  Conditions<T> common(ViewQuery query, Readings<T> readings, Bands bands) {
    oneOf(query.directions(), readings::direction);
    is(query.degraded(), readings::isDegraded);
    is(query.inConflict(), readings::inConflict);
    oneOf(query.reviewStates(), readings::reviewState);
    someOneOf(query.categories(), readings::category);
    someOneOf(query.finalCategories(), readings::finalCategory);
    someOneOf(query.clusterIds(), readings::clusterId);
    scores(query, readings, bands);
    query.window().ifPresent(window -> add(row -> overlaps(readings, row, window)));
    return this;
  }

  private void scores(ViewQuery query, Readings<T> readings, Bands bands) {
    query.severityFrom().ifPresent(least -> add(row -> readings.severity(row) >= least));
    query.severityTo().ifPresent(most -> add(row -> readings.severity(row) <= most));
    oneOf(query.severityClasses(), row -> bands.severity(readings.severity(row)));
    query.confidenceFrom().ifPresent(x -> add(row -> isAtLeast(readings.confidence(row), x)));
    query.confidenceTo().ifPresent(x -> add(row -> isAtMost(readings.confidence(row), x)));
    someOneOf(query.confidenceTiers(), row -> bands.tier(readings.confidence(row)));
    query.impactFrom().ifPresent(x -> add(row -> compareImpact(readings, row, x, 1)));
    query.impactTo().ifPresent(x -> add(row -> compareImpact(readings, row, x, -1)));
  }

  private static boolean isAtLeast(OptionalDouble value, double bound) {
    return value.isPresent() && value.getAsDouble() >= bound;
  }

  private static boolean isAtMost(OptionalDouble value, double bound) {
    return value.isPresent() && value.getAsDouble() <= bound;
  }

  /** Whether there is an impact that lies on one side of a bound, or on it. */
  private static <T> boolean compareImpact(
      Readings<T> readings, T row, BigDecimal bound, int side) {
    return readings
        .impact(row)
        .filter(impact -> impact.abs().compareTo(bound) * side >= 0)
        .isPresent();
  }

  private static <T> boolean overlaps(Readings<T> readings, T row, TimeSpan window) {
    return readings.windowStart(row).isBefore(window.to())
        && readings.windowEnd(row).filter(end -> !end.isAfter(window.from())).isEmpty();
  }
}
