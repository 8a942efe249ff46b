package org.minorityreport.core.hydrate;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.StoreRecord;
import org.minorityreport.api.series.Direction;
import org.minorityreport.core.json.LogCodec;

/**
 * A report to be asked for, out of few values so that queries hit and orders have ties.
 *
 * @param store one of few stores
 * @param strength of severity and impact
 * @param cause of causes and confidences; 0 for no row of attribution
 * @param cluster of clusters; 0 for no row of clustering, 1 for a degraded one
 * @param event the number of the report whose event it is in; its own if negative or too great
 * @param marks whether it is over, suppressed, superseded, decided, assigned, in no event
 */
record Deviation(int store, int strength, int cause, int cluster, int event, int marks) {
  static final Instant FIRST = Instant.parse("2025-08-07T00:00:00Z");
  static final String TICK = "2025-08-09T00:00:00Z";
  static final List<String> CITIES = List.of("Leeds", "Bath", "İzmir");
  static final List<String> REGIONS = List.of("north", "south");

  static Arbitrary<List<Deviation>> lists() {
    return Combinators.combine(small(4), small(5), small(5), small(4), small(9), small(11))
        .as(Deviation::new)
        .list()
        .ofMaxSize(14);
  }

  private static Arbitrary<Integer> small(int max) {
    return Arbitraries.integers().between(0, max);
  }

  static Scene scene(List<Deviation> deviations) {
    Scene scene = new Scene();
    for (int store = 0; store < 4; store++) { // of the fifth nothing is known
      scene.commit(located(store));
    }
    for (int i = 0; i < deviations.size(); i++) {
      Deviation deviation = deviations.get(i);
      Sample event =
          i > deviation.event()
              ? deviations.get(deviation.event()).sample(deviation.event())
              : deviation.sample(i);
      scene.commit(deviation.rows(deviation.sample(i), event));
    }
    return scene;
  }

  Sample sample(int number) {
    return new Sample(StoreId.of("store " + store), FIRST.plus(Duration.ofHours(number)));
  }

  private static LogRow located(int number) {
    StoreId id = StoreId.of("store " + number);
    Store.Builder store = Store.builder().storeId(id).retailer(number == 3 ? "Hill" : "Corner");
    if (number < 3) {
      store.city(CITIES.get(number)).region(REGIONS.get(number % 2));
    }
    return LogCodec.row(
        Logs.STORES,
        StoreRecord.builder()
            .runId(Scene.RUN)
            .writtenAt(FIRST)
            .storeId(id)
            .store(store.build())
            .build());
  }

  private List<LogRow> rows(Sample sample, Sample event) {
    Optional<Instant> end =
        marks % 2 == 0 ? Optional.of(sample.onset().plus(Duration.ofHours(2))) : Optional.empty();
    List<LogRow> rows = new ArrayList<>();
    rows.add(
        sample.detected(
            TICK,
            b ->
                b.severityScore(strength * 0.2)
                    .direction(strength % 2 == 0 ? Direction.UPLIFT : Direction.DROP)
                    .impactEstimate(impact())
                    .attributedSalesTotal(BigDecimal.valueOf(strength * 10L))
                    .windowEnd(end)
                    .suppressedBy(marks % 3 == 0 ? Optional.of("quiet@1") : Optional.empty())));
    if (marks % 2 == 0) {
      rows.add(sample.ended(TICK, end.orElseThrow().toString()));
    }
    if (cluster > 0) {
      rows.add(
          sample.clustered(
              TICK,
              b ->
                  b.clusterId(cluster == 1 ? Optional.empty() : Optional.of("CL-" + cluster))
                      .isDegraded(cluster == 1)
                      .degradedReasons(cluster == 1 ? List.of("MRCL_down") : List.of())));
    }
    if (cause > 0) {
      rows.add(
          sample.attributed(
              TICK,
              b ->
                  b.proposedCause("Cause " + cause)
                      .proposedCauseCategory(cause % 2 == 0 ? "weather" : "paid media")
                      .confidenceScore(
                          cause == 5 ? OptionalDouble.empty() : OptionalDouble.of(cause * 0.2))));
    }
    switch (marks) {
      case 5 ->
          rows.add(
              Act.on(sample, "edit", "of " + sample, b -> b.cause("hail").causeCategory("weather"))
                  .row());
      case 7 -> rows.add(Act.on(sample, "assign", "of " + sample, b -> b.assignee("bob")).row());
      case 8 -> rows.add(Act.on(event.event(), "approve", "of " + sample).row());
      case 9 -> rows.add(sample.ended(TICK, b -> b.endReason(EndReason.DATA_CORRECTION)));
      case 10 -> rows.add(Act.on(sample, "escalate", "of " + sample).row());
      default -> {}
    }
    if (marks != 11) {
      rows.add(sample.cohorted(TICK, event.event()));
      rows.add(event.logged(TICK));
    }
    return rows;
  }

  private Optional<BigDecimal> impact() {
    return switch (strength) {
      case 0 -> Optional.empty();
      case 1, 2 -> Optional.of(new BigDecimal("-50.00"));
      default -> Optional.of(BigDecimal.valueOf(strength * 1000L, 2));
    };
  }
}
