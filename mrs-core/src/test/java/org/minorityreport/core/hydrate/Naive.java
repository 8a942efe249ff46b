package org.minorityreport.core.hydrate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.view.ConfidenceTier;
import org.minorityreport.api.view.EventQuery;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.ReportQuery;
import org.minorityreport.api.view.SeverityClass;
import org.minorityreport.api.view.ViewQuery;

/** What queries mean, in the plainest way: each condition on each shown row, then a full sort. */
final class Naive {
  private Naive() {}

  static List<MinorityReport> find(List<MinorityReport> all, ReportQuery q) {
    List<MinorityReport> found = new ArrayList<>();
    for (MinorityReport r : all) {
      if (common(q, List.of(r.storeId()), list(r.retailer()), list(r.region()), list(r.city()))
          && scores(q, r.severityScore(), r.confidenceScore(), r.impactEstimate())
          && among(q.categories(), list(r.proposedCauseCategory()))
          && among(q.directions(), List.of(r.direction()))
          && q.window().map(w -> r.windowStart().isBefore(w.to())).orElse(true)
          && q.window()
              .map(w -> r.windowEnd().map(end -> end.isAfter(w.from())).orElse(true))
              .orElse(true)
          && q.degraded().map(d -> d == r.isDegraded()).orElse(true)
          && q.inConflict().map(c -> c == r.inConflict()).orElse(true)
          && among(q.reviewStates(), List.of(r.reviewState()))
          && among(q.finalCategories(), list(r.finalCauseCategory()))
          && among(q.clusterIds(), list(r.clusterId()))
          && among(q.skus(), r.skus())
          && among(q.statuses(), List.of(r.reportStatus().replaceFirst("_degraded_.*", "")))
          && among(q.eventIds(), list(r.reportGroupId()))
          && among(q.assignees(), list(r.assignee()))
          && among(q.priorities(), list(r.priority()))
          && q.without().stream().allMatch(f -> f.valueIn(r).isEmpty())
          && q.open().map(o -> o == r.isOpen()).orElse(true)
          && q.suppressed().map(s -> s == r.suppressedBy().isPresent()).orElse(true)
          && q.superseded().map(s -> s == r.reportStatus().equals("superseded")).orElse(true)
          && holds(q, words(r))) {
        found.add(r);
      }
    }
    Comparator<MinorityReport> id = Comparator.comparing(MinorityReport::reportId);
    found.sort(
        switch (q.order()) {
          case ID -> turned(q, id);
          case SEVERITY -> turned(q, Comparator.comparing(MinorityReport::severityScore));
          case IMPACT ->
              Comparator.comparing((MinorityReport r) -> r.impactEstimate().isEmpty())
                  .thenComparing(
                      turned(
                          q,
                          Comparator.comparing((MinorityReport r) -> amount(r.impactEstimate()))
                              .thenComparing(
                                  r ->
                                      r.attributedSalesTotal()
                                          .subtract(r.baselineSalesTotal())
                                          .abs())));
          case RAISED_AT -> turned(q, Comparator.comparing(MinorityReport::raisedAt));
          case LAST_CHANGED -> turned(q, Comparator.comparing(MinorityReport::lastChanged));
        });
    return found;
  }

  static List<MinorityEvent> find(List<MinorityEvent> all, EventQuery q) {
    List<MinorityEvent> found = new ArrayList<>();
    for (MinorityEvent e : all) {
      if (common(q, e.storeIds(), e.retailers(), e.regions(), e.cities())
          && scores(q, e.severityScore(), e.confidenceScore(), e.impactEstimate())
          && among(q.categories(), list(e.proposedCauseCategory()))
          && among(q.directions(), List.of(e.direction()))
          && q.window().map(w -> e.windowStart().isBefore(w.to())).orElse(true)
          && q.window()
              .map(w -> e.windowEnd().map(end -> end.isAfter(w.from())).orElse(true))
              .orElse(true)
          && q.degraded().map(d -> d == e.isDegraded()).orElse(true)
          && q.inConflict().map(c -> c == e.inConflict()).orElse(true)
          && among(q.reviewStates(), List.of(e.reviewState()))
          && among(q.finalCategories(), list(e.finalCauseCategory()))
          && among(q.clusterIds(), list(e.clusterId()))
          && among(q.statuses(), List.of(e.eventStatus()))
          && e.cohortSize() >= q.sizeFrom().orElse(0)
          && q.merged().map(m -> m == e.mergedInto().isPresent()).orElse(true)
          && q.without().stream().allMatch(f -> f.valuesIn(e).isEmpty())
          && holds(q, words(e))) {
        found.add(e);
      }
    }
    found.sort(
        switch (q.order()) {
          case ID -> turned(q, Comparator.comparing(MinorityEvent::eventId));
          case SEVERITY -> turned(q, Comparator.comparing(MinorityEvent::severityScore));
          case IMPACT ->
              Comparator.comparing((MinorityEvent e) -> e.impactEstimate().isEmpty())
                  .thenComparing(
                      turned(
                          q,
                          Comparator.comparing((MinorityEvent e) -> amount(e.impactEstimate()))
                              .thenComparing(
                                  e ->
                                      e.attributedSalesTotal()
                                          .subtract(e.baselineSalesTotal())
                                          .abs())));
          case SIZE -> turned(q, Comparator.comparing(MinorityEvent::cohortSize));
          case CREATED_AT ->
              Comparator.comparing((MinorityEvent e) -> e.createdAt().isEmpty())
                  .thenComparing(
                      turned(q, Comparator.comparing(e -> e.createdAt().orElse(Deviation.FIRST))));
          case LAST_CHANGED -> turned(q, Comparator.comparing(MinorityEvent::lastChanged));
        });
    return found;
  }

  /** The lists come by id, and sorting keeps equals as they come. */
  private static <T> Comparator<T> turned(ViewQuery query, Comparator<T> ascending) {
    return query.descending() ? ascending.reversed() : ascending;
  }

  private static BigDecimal amount(Optional<BigDecimal> impact) {
    return impact.map(BigDecimal::abs).orElse(BigDecimal.ZERO);
  }

  private static boolean common(
      ViewQuery q,
      List<StoreId> stores,
      List<String> retailers,
      List<String> regions,
      List<String> cities) {
    return among(q.storeIds(), stores)
        && among(q.retailers(), retailers)
        && among(q.regions(), regions)
        && among(q.cities(), cities);
  }

  private static boolean scores(
      ViewQuery q, double severity, OptionalDouble confidence, Optional<BigDecimal> impact) {
    return severity >= q.severityFrom().orElse(0)
        && severity <= q.severityTo().orElse(1)
        && among(q.severityClasses(), List.of(SeverityClass.of(severity)))
        && confidence.orElse(-1) >= q.confidenceFrom().orElse(-1)
        && confidence.orElse(2) <= q.confidenceTo().orElse(2)
        && among(q.confidenceTiers(), list(ConfidenceTier.of(confidence)))
        && q.impactFrom()
            .map(x -> impact.isPresent() && amount(impact).compareTo(x) >= 0)
            .orElse(true)
        && q.impactTo()
            .map(x -> impact.isPresent() && amount(impact).compareTo(x) <= 0)
            .orElse(true);
  }

  private static boolean holds(ViewQuery query, Stream<String> words) {
    List<String> lower = words.map(word -> word.toLowerCase(Locale.ROOT)).toList();
    return query
        .text()
        .map(text -> text.toLowerCase(Locale.ROOT))
        .map(text -> lower.stream().anyMatch(word -> word.contains(text)))
        .orElse(true);
  }

  private static Stream<String> words(MinorityReport r) {
    return Stream.of(
            list(r.finalCause()),
            list(r.finalCauseCategory()),
            list(r.proposedCause()),
            list(r.proposedCauseCategory()),
            list(r.proposedCause2()),
            list(r.proposedCauseCategory2()),
            list(r.proposedCause3()),
            list(r.proposedCauseCategory3()),
            list(r.clusterId()),
            list(r.clusterName()),
            list(r.cohortName()),
            list(r.retailer()),
            list(r.region()),
            list(r.city()),
            r.skus(),
            List.of(r.storeId(), r.reportId()),
            list(r.reportGroupId()))
        .flatMap(words -> words.stream().map(Object::toString));
  }

  private static Stream<String> words(MinorityEvent e) {
    return Stream.of(
            list(e.finalCause()),
            list(e.finalCauseCategory()),
            list(e.proposedCause()),
            list(e.proposedCauseCategory()),
            list(e.cohortName()),
            e.retailers(),
            e.regions(),
            e.cities(),
            e.storeIds(),
            e.reportIds(),
            List.of(e.eventId()))
        .flatMap(words -> words.stream().map(Object::toString));
  }

  private static boolean among(Collection<?> asked, Collection<?> values) {
    return asked.isEmpty() || !Collections.disjoint(asked, values);
  }

  private static <V> List<V> list(Optional<V> value) {
    return value.stream().toList();
  }
}
