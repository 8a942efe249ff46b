package org.minorityreport.api.view;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.minorityreport.api.value.Rules;

/** The checks that queries make when built; each failure names field, value and rule. */
final class QueryRules {
  private QueryRules() {}

  static void check(ViewQuery query) {
    names("retailers", query.retailers());
    names("regions", query.regions());
    names("cities", query.cities());
    names("categories", query.categories());
    names("final_categories", query.finalCategories());
    names("cluster_ids", query.clusterIds());
    shares("confidence", query.confidenceFrom(), query.confidenceTo());
    shares("severity", query.severityFrom(), query.severityTo());
    amounts(query.impactFrom(), query.impactTo());
    query
        .window()
        .ifPresent(w -> Rules.check(w.from().isBefore(w.to()), "window", w, "longer than nothing"));
    query.text().ifPresent(text -> Rules.name("text", text));
    Rules.check(query.offset() >= 0, "offset", query.offset(), "0 or more");
    Rules.check(query.pageSize() >= 0, "page_size", query.pageSize(), "0 or more");
  }

  static void names(String field, Collection<String> values) {
    values.forEach(value -> Rules.name(field, value));
  }

  /** Refuses to ask for what has no value and for some of its values at once. */
  static <F extends Enum<F>> void contradiction(
      Set<F> without, F facet, String field, Collection<?> values) {
    Rules.check(
        values.isEmpty() || !without.contains(facet),
        "without",
        facet.name().toLowerCase(Locale.ROOT),
        "left out where " + field + " is given (" + values + ")");
  }

  private static void shares(String field, OptionalDouble from, OptionalDouble to) {
    Rules.share(field + "_from", from);
    Rules.share(field + "_to", to);
    if (from.isPresent() && to.isPresent()) {
      order(field, from.getAsDouble(), to.getAsDouble());
    }
  }

  private static void amounts(Optional<BigDecimal> from, Optional<BigDecimal> to) {
    from.ifPresent(v -> Rules.check(v.signum() >= 0, "impact_from", v, "0 or more"));
    to.ifPresent(v -> Rules.check(v.signum() >= 0, "impact_to", v, "0 or more"));
    from.ifPresent(low -> to.ifPresent(high -> order("impact", low, high)));
  }

  private static <V extends Comparable<V>> void order(String field, V from, V to) {
    Rules.check(
        from.compareTo(to) <= 0, field + "_from", from, "at most " + field + "_to (" + to + ")");
  }
}
