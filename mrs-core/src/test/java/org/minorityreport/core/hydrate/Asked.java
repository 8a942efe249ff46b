package org.minorityreport.core.hydrate;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.view.ConfidenceTier;
import org.minorityreport.api.view.EventFacet;
import org.minorityreport.api.view.EventOrder;
import org.minorityreport.api.view.EventQuery;
import org.minorityreport.api.view.ReportFacet;
import org.minorityreport.api.view.ReportOrder;
import org.minorityreport.api.view.ReportQuery;
import org.minorityreport.api.view.ReviewState;
import org.minorityreport.api.view.SeverityClass;

/**
 * Queries that may find something among {@link Deviation}s: each number adds a condition.
 *
 * @param conditions which conditions; a later one may take the place of an earlier one
 * @param order what to order by
 * @param descending whether from great to small
 */
record Asked(List<Integer> conditions, int order, boolean descending) {
  private static final List<String> TEXTS =
      List.of("LEEDS", "cause 3", "event of", "mr-", "0", "store 1", "WEATHER", "i̇zmir", "MR-1a");

  static Arbitrary<Asked> any() {
    return Arbitraries.integers()
        .between(0, 59)
        .list()
        .ofMaxSize(3)
        .flatMap(
            conditions ->
                Arbitraries.integers()
                    .between(0, 5)
                    .flatMap(
                        order ->
                            Arbitraries.of(true, false)
                                .map(descending -> new Asked(conditions, order, descending))));
  }

  ReportQuery reports() {
    ReportOrder[] orders = ReportOrder.values();
    ReportQuery.Builder query =
        ReportQuery.builder().order(orders[order % orders.length]).descending(descending);
    for (int condition : conditions) {
      int which = condition / 30;
      switch (condition % 30) {
        case 0 -> query.addRegions(Deviation.REGIONS.get(which));
        case 1 -> query.addCities(Deviation.CITIES.get(which)).addCities("Atlantis");
        case 2 -> query.addRetailers(which == 0 ? "Corner" : "Hill");
        case 3 -> query.addStoreIds(StoreId.of("store " + which), StoreId.of("store 3"));
        case 4 -> query.addSkus(Sku.of(which == 0 ? "cola" : "tea"));
        case 5 -> query.addStatuses(which == 0 ? "clustered" : "superseded");
        case 6 -> query.addCategories(which == 0 ? "weather" : "paid media");
        case 7 -> query.addClusterIds("CL-" + (2 + which));
        case 8 -> query.addDirections(which == 0 ? Direction.UPLIFT : Direction.DROP);
        case 9 -> query.confidenceFrom(0.4 + 0.2 * which);
        case 10 -> query.confidenceTo(0.8);
        case 11 ->
            query.addConfidenceTiers(which == 0 ? ConfidenceTier.LOW : ConfidenceTier.MEDIUM);
        case 12 -> query.severityFrom(0.2 + 0.2 * which);
        case 13 -> query.severityTo(0.6);
        case 14 ->
            query.addSeverityClasses(
                which == 0 ? SeverityClass.LOW : SeverityClass.MEDIUM, SeverityClass.CRITICAL);
        case 15 -> query.impactFrom(new BigDecimal(which == 0 ? "30" : "40"));
        case 16 -> query.impactTo(new BigDecimal("40.000"));
        case 17 -> query.window(window(which));
        case 18 -> query.open(which == 0);
        case 19 -> query.degraded(which == 0);
        case 20 -> query.suppressed(which == 0);
        case 21 -> query.superseded(which == 0);
        case 22 -> query.text(TEXTS.get(conditions.size() + which));
        case 23 -> query.text(TEXTS.get(5 + which * conditions.size()));
        case 24 -> query.addAssignees(which == 0 ? "bob" : "cy").addPriorities("top");
        case 25 ->
            query.addReviewStates(which == 0 ? ReviewState.UNREVIEWED : ReviewState.APPROVED);
        case 26 -> query.addFinalCategories("weather");
        case 27 -> query.inConflict(which == 0);
        case 28 ->
            query.addEventIds(new Sample(StoreId.of("store " + which), Deviation.FIRST).event());
        default -> query.confidenceFrom(0);
      }
    }
    return conditions.contains(59) ? without(query.build()) : query.build();
  }

  private static ReportQuery without(ReportQuery query) {
    return query.clusterIds().isEmpty()
        ? ReportQuery.builder().from(query).addWithout(ReportFacet.CLUSTER).build()
        : query;
  }

  EventQuery events() {
    EventOrder[] orders = EventOrder.values();
    EventQuery.Builder query =
        EventQuery.builder().order(orders[order % orders.length]).descending(descending);
    for (int condition : conditions) {
      int which = condition / 30;
      switch (condition % 30) {
        case 0, 1 -> query.addRegions(Deviation.REGIONS.get(which));
        case 2 -> query.addCities(Deviation.CITIES.get(which));
        case 3 -> query.addRetailers("Hill");
        case 4 -> query.addStoreIds(StoreId.of("store " + which), StoreId.of("store 3"));
        case 5, 6 -> query.addStatuses(which == 0 ? EventStatus.ACTIVE : EventStatus.ENDED);
        case 7 -> query.addCategories(which == 0 ? "weather" : "paid media");
        case 8 -> query.addDirections(which == 0 ? Direction.UPLIFT : Direction.DROP);
        case 9, 10 -> query.sizeFrom(1 + which);
        case 11 ->
            query.addConfidenceTiers(which == 0 ? ConfidenceTier.LOW : ConfidenceTier.MEDIUM);
        case 12 -> query.severityFrom(0.2 + 0.2 * which);
        case 13 -> query.impactFrom(new BigDecimal(which == 0 ? "30" : "40"));
        case 14, 15 -> query.window(window(which));
        case 16 -> query.degraded(which == 0);
        case 17 -> query.merged(which == 0);
        case 18, 19 -> query.text(TEXTS.get(conditions.size() + which));
        case 20 ->
            query.addReviewStates(which == 0 ? ReviewState.UNREVIEWED : ReviewState.APPROVED);
        case 21 -> query.addClusterIds("CL-" + (2 + which));
        case 22 -> query.addFinalCategories("weather");
        default -> query.text(TEXTS.get(5 + which));
      }
    }
    return conditions.contains(59) && query.build().regions().isEmpty()
        ? query.addWithout(EventFacet.REGION).build()
        : query.build();
  }

  private static TimeSpan window(int which) {
    return TimeSpan.of(
        Deviation.FIRST.plus(Duration.ofHours(4L + which)),
        Deviation.FIRST.plus(Duration.ofHours(6)));
  }
}
