package org.minorityreport.mock.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.mock.world.narrative.Narrative;
import org.minorityreport.mock.world.narrative.NarrativeLibrary;
import org.minorityreport.mock.world.narrative.Places;
import org.minorityreport.mock.world.narrative.ShapeFamily;

class GroundTruthTest {
  private static final World WORLD = World.builder().seed(3).build();
  private static final GroundTruth TRUTH = WORLD.truth();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shippedLibrary_everythingHappensInSixDays(long seed) {
    List<Happening> happenings = World.builder().seed(seed).build().truth().happenings();

    assertThat(happenings).hasSize(NarrativeLibrary.shipped().narratives().size());
    assertThat(happenings)
        .allMatch(h -> !h.span().from().isBefore(Instant.parse("2025-08-07T00:00:00Z")))
        .allMatch(h -> h.span().to().isBefore(Instant.parse("2025-08-13T00:00:00Z")));
  }

  @Test
  void shippedLibrary_aDataErrorOfFifteenStoresAtOneChain() {
    Happening error = happening("DOUBLE-BOOKING");
    TreeSet<StoreId> northway = new TreeSet<>();
    for (Store store : WORLD.stores()) {
      if (store.retailer().equals("Northway")) {
        northway.add(store.storeId());
      }
    }

    assertThat(error.category()).isEqualTo("data_error");
    assertThat(error.stores()).hasSize(15).containsExactlyElementsOf(northway);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shippedLibrary_atLeastHalfAreModest(long seed) {
    List<Happening> happenings = World.builder().seed(seed).build().truth().happenings();
    long modest =
        happenings.stream().filter(h -> medianFirstSize(h) >= 3 && medianFirstSize(h) <= 6).count();

    assertThat(2 * modest).isGreaterThanOrEqualTo(happenings.size());
  }

  @Test
  void shippedLibrary_drizzleStaysBelowAnyThreshold() {
    assertThat(happening("DRIZZLE").affected())
        .allMatch(a -> a.onset(1).isEmpty())
        .allMatch(a -> Math.abs(a.effectTotal()) < 2 * a.noiseTotal());
  }

  @Test
  void shippedLibrary_happeningsOverlapInOneCity() {
    assertThat(happening("CONCERT").span().from())
        .isBefore(happening("LOCAL-INFLUENCER").span().to());
    assertThat(cities("CONCERT")).containsExactly("Manchester");
    assertThat(cities("LOCAL-INFLUENCER")).containsExactly("Manchester");
    assertThat(happening("ONLINE-CAMPAIGN").stores())
        .containsAnyElementsOf(happening("LOCAL-INFLUENCER").stores());
  }

  @Test
  void sales_differFromAQuietWorldOnlyWhereTruthSaysSo() {
    World quiet = World.builder().seed(3).narratives(NarrativeLibrary.empty()).build();
    TreeMap<SeriesId, boolean[]> touched = new TreeMap<>();
    for (Happening happening : TRUTH.happenings()) {
      for (AffectedSeries a : happening.affected()) {
        boolean[] steps = touched.computeIfAbsent(a.id(), id -> new boolean[WORLD.steps().count()]);
        int first = WORLD.steps().indexOf(a.steps().from());
        Arrays.fill(steps, first, first + a.steps().count(), true);
      }
    }

    for (Store store : WORLD.stores()) {
      List<SalesSeries> expected = quiet.sales(store.storeId());
      for (SalesSeries series : WORLD.sales(store.storeId())) {
        SalesSeries without =
            expected.stream().filter(s -> s.id().equals(series.id())).findFirst().orElseThrow();
        boolean[] steps = touched.getOrDefault(series.id(), new boolean[series.size()]);
        for (int i = 0; i < series.size(); i++) {
          if (!steps[i] && series.isKnown(i)) {
            assertThat(series.thousandthsAt(i)).isEqualTo(without.thousandthsAt(i));
          }
        }
      }
    }
  }

  @Test
  void quietStores_areThoseOfNoHappening() {
    TreeSet<StoreId> quiet = new TreeSet<>();
    WORLD.stores().forEach(s -> quiet.add(s.storeId()));
    TRUTH.happenings().forEach(h -> quiet.removeAll(h.stores()));

    assertThat(TRUTH.quietStores()).containsExactlyElementsOf(quiet).hasSizeGreaterThanOrEqualTo(6);
  }

  @Test
  void worldThatEndsBefore_happeningCutOrLeftOut() {
    GroundTruth cut = World.builder().seed(3).days(4).build().truth(); // ends with 8 August

    assertThat(cut.happenings())
        .extracting(Happening::id)
        .containsExactly(
            "MRS-001",
            "TV-REPORT",
            "PRICE-PROMOTION",
            "MRS-002",
            "RIVAL-PRICE-CUT",
            "ONLINE-CAMPAIGN");
    assertThat(cut.happenings().get(2).affected())
        .allMatch(a -> a.steps().to().equals(Instant.parse("2025-08-09T00:00:00Z")));
  }

  @Property(tries = 20)
  void sales_meanOverTheWindowIsWhatTruthExpects(
      @ForAll long seed, @ForAll("narratives") Narrative narrative) {
    World world =
        World.builder()
            .seed(seed)
            .stores(5)
            .narratives(NarrativeLibrary.of("test", WorldStore.ZONE, List.of(narrative)))
            .build();
    double surplus = 0;
    double variance = 0;
    for (AffectedSeries a : world.truth().happenings().get(0).affected()) {
      SalesSeries series =
          world.sales(a.id().store()).stream()
              .filter(s -> s.id().equals(a.id()))
              .findFirst()
              .orElseThrow()
              .between(a.steps().from(), a.steps().to());
      for (int i = 0; i < a.steps().count(); i++) {
        double mean = a.expectedAt(i) + a.effectAt(i);
        surplus += series.unitsAt(i) - mean;
        variance += mean + 0.002 * mean * mean;
      }
    }

    assertThat(Math.abs(surplus)).isLessThan(5.5 * Math.sqrt(variance) + 1);
  }

  @Property(tries = 20)
  void plateau_effectIsTheSizeTimesTheExpectation(
      @ForAll long seed, @ForAll("narratives") Narrative narrative) {
    World world =
        World.builder()
            .seed(seed)
            .stores(12)
            .narratives(NarrativeLibrary.of("test", WorldStore.ZONE, List.of(narrative)))
            .build();
    Happening happening = world.truth().happenings().get(0);

    assertThat(happening.direction()).isEqualTo(narrative.direction());
    for (AffectedSeries a : happening.affected()) {
      if (narrative.shape() == ShapeFamily.PLATEAU) {
        assertThat((a.expectedAt(0) + a.effectAt(0)) / a.expectedAt(0))
            .isCloseTo(narrative.size(), within(1e-9));
      }
      assertThat(a.steps().from()).isEqualTo(happening.span().from());
      assertThat(a.steps().to()).isEqualTo(happening.span().to());
    }
  }

  @Provide
  Arbitrary<Narrative> narratives() {
    return Combinators.combine(
            Arbitraries.of(
                ShapeFamily.PLATEAU,
                ShapeFamily.PLATEAU,
                ShapeFamily.SPIKE,
                ShapeFamily.RAMP,
                ShapeFamily.DECAY,
                ShapeFamily.DOUBLE),
            Arbitraries.doubles().between(0, 4).filter(size -> size != 1),
            Arbitraries.integers().between(0, 95),
            Arbitraries.integers().between(1, 200))
        .as(
            (shape, size, quarter, quarters) ->
                Narrative.builder()
                    .id("N")
                    .title("n")
                    .category("weather")
                    .startDay(1)
                    .startTime(LocalTime.MIN.plusMinutes(15L * quarter))
                    .duration(Duration.ofMinutes(15L * quarters))
                    .shape(shape)
                    .size(size)
                    .places(Places.builder().build())
                    .build());
  }

  private static Happening happening(String id) {
    return TRUTH.happenings().stream().filter(h -> h.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<String> cities(String id) {
    return WORLD.stores().stream()
        .filter(s -> happening(id).stores().contains(s.storeId()))
        .map(s -> s.city().orElseThrow())
        .distinct()
        .toList();
  }

  private static double medianFirstSize(Happening happening) {
    List<Double> sizes =
        happening.affected().stream()
            .map(a -> Math.abs(a.effectAt(0)) / a.noiseAt(0))
            .sorted(Comparator.naturalOrder())
            .toList();
    return sizes.get(sizes.size() / 2);
  }
}
