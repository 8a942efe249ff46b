package org.minorityreport.core.hydrate;

import com.google.common.collect.Comparators;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.value.Rules;
import org.minorityreport.api.view.FacetCounts;
import org.minorityreport.api.view.Page;
import org.minorityreport.api.view.ViewQuery;

/** What is made of the rows of a view that fit a query. */
final class Finding {
  private Finding() {}

  /** {@return the rows that fit, as they come} */
  static <E, T> List<E> fitting(List<E> rows, Conditions<T> conditions, Function<E, T> readings) {
    return conditions.isEmpty()
        ? rows
        : rows.stream().filter(row -> conditions.test(readings.apply(row))).toList();
  }

  /**
   * A page of them. Only so many are sorted as lie up to its end, only its own are shown.
   *
   * @param <E> a row as the view holds it
   * @param <T> a row as it is shown
   * @param fitting the rows that fit, by id
   * @param order their order; empty if they come in it
   * @param query says which page
   * @param shown shows a row
   * @return the page
   */
  static <E, T> Page<T> page(
      List<E> fitting, Optional<Comparator<E>> order, ViewQuery query, Function<E, T> shown) {
    int from = Math.min(query.offset(), fitting.size());
    int to = from + Math.min(query.pageSize(), fitting.size() - from);
    List<E> items =
        from == to
            ? List.of()
            : order
                .map(by -> fitting.stream().collect(Comparators.least(to, by)))
                .orElse(fitting)
                .subList(from, to);
    return Page.<T>builder()
        .items(items.stream().map(shown).toList())
        .total(fitting.size())
        .offset(query.offset())
        .build();
  }

  /**
   * Counts of a facet.
   *
   * @param <E> a row as the view holds it
   * @param fitting the rows that fit
   * @param values the values that a row is counted under
   * @return the counts
   */
  static <E> FacetCounts counts(List<E> fitting, Function<E, List<String>> values) {
    Map<String, Integer> counts = new HashMap<>();
    int absent = 0;
    for (E row : fitting) {
      List<String> of = values.apply(row);
      of.forEach(value -> counts.merge(value, 1, Integer::sum));
      absent += of.isEmpty() ? 1 : 0;
    }
    return FacetCounts.builder().counts(counts).absent(absent).total(fitting.size()).build();
  }

  /**
   * Refuses a position that a view cannot know of.
   *
   * @param since the position
   * @param refreshSeq what the view is hydrated up to
   */
  static void checkSince(CommitPosition since, CommitPosition refreshSeq) {
    Rules.check(
        since.compareTo(refreshSeq) <= 0,
        "since",
        since,
        "at most " + refreshSeq + ", the position of the view");
  }
}
