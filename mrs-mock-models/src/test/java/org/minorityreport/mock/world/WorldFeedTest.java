package org.minorityreport.mock.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.InputSnapshot;
import org.minorityreport.api.input.Inputs;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.mock.world.narrative.FeedFaultKind;

/** What the shipped faults of the feed do to what arrives. */
class WorldFeedTest {
  private static final World WORLD = World.builder().seed(5).skus(2).build();

  @Test
  void everyKindOfFault_isInTheShippedLibraryAndInTheTruth() {
    assertThat(WORLD.truth().faults())
        .extracting(TrueFault::kind)
        .containsExactlyInAnyOrder(FeedFaultKind.values());
  }

  @Test
  void gap_isUnknownForEver() {
    TrueFault gap = fault(FeedFaultKind.GAP);
    SalesSeries known = WORLD.sales(gap.stores().get(0)).get(0);
    int from = known.steps().indexOf(gap.span().from());
    int to = known.steps().indexOf(gap.span().to());

    for (int i = 0; i < known.size(); i++) {
      assertThat(known.isKnown(i)).isEqualTo(i < from || i >= to);
    }
    assertThat(WORLD.deliveries()).noneMatch(d -> d.delivery().name().startsWith(gap.id()));
  }

  @Test
  void lateRows_areUnknownUntilTheyAreDelivered() {
    TrueFault late = fault(FeedFaultKind.LATE);
    StoreId store = late.stores().get(0);
    Instant delivered = late.deliveredAt().orElseThrow();
    Inputs inputs = WORLD.arriving();

    assertThat(within(inputs.at(delivered.minusSeconds(1)), store, late.span()))
        .allMatch(s -> known(s) == 0);
    InputSnapshot after = inputs.at(delivered);
    assertThat(within(after, store, late.span())).allMatch(s -> known(s) == s.size());
    assertThat(after.deliveries())
        .extracting(d -> d.deliveredAt().orElseThrow())
        .contains(delivered);
  }

  @Test
  void correctedRows_areWrongUntilTheyAreSentAgain() {
    TrueFault corrected = fault(FeedFaultKind.CORRECTED);
    StoreId store = corrected.stores().get(0);
    Instant delivered = corrected.deliveredAt().orElseThrow();
    Inputs inputs = WORLD.arriving();
    SalesSeries right = within(WORLD.inputs(), store, corrected.span()).get(0);
    SalesSeries first =
        within(inputs.at(delivered.minusSeconds(1)), store, corrected.span()).get(0);
    SalesSeries later = within(inputs.at(delivered), store, corrected.span()).get(0);

    assertThat(later).isEqualTo(right);
    for (int i = 0; i < right.size(); i++) {
      assertThat(first.thousandthsAt(i)).isEqualTo(2 * right.thousandthsAt(i));
      assertThat(first.revenueCentsAt(i)).isEqualTo(2 * right.revenueCentsAt(i));
    }
  }

  /** Which tables are kept must not show. */
  @Test
  void ticksInAnyOrder_seeTheSame() {
    Instant early = WORLD.firstTick();
    StoreId store = fault(FeedFaultKind.LATE).stores().get(0);
    TimeSpan all = WORLD.inputs().covers();
    Inputs inputs = WORLD.arriving();
    List<SalesSeries> before = inputs.at(early).sales(store, all);

    List<SalesSeries> after = inputs.at(WORLD.lastTick()).sales(store, all);

    assertThat(inputs.at(early).sales(store, all)).isEqualTo(before).isNotEqualTo(after);
    assertThat(after).isEqualTo(WORLD.inputs().sales(store, all));
  }

  @Test
  void promotion_sellsAtItsPrice() {
    Happening promotion =
        WORLD.truth().happenings().stream()
            .filter(h -> h.id().equals("PRICE-PROMOTION"))
            .findFirst()
            .orElseThrow();
    AffectedSeries affected = promotion.affected().get(0);
    SalesSeries sold =
        WORLD.sales(affected.id().store()).stream()
            .filter(s -> s.id().equals(affected.id()))
            .findFirst()
            .orElseThrow();
    int first = sold.steps().indexOf(affected.steps().from());
    double usual = price(sold, first - 40, first);

    int half = first + affected.steps().count() / 2;
    assertThat(price(sold, first, half) / usual).isBetween(0.65, 0.69);
    assertThat(price(sold, half, half + 40)).isEqualTo(usual);
  }

  @Test
  void truth_asJsonLines_hasALinePerSeriesFaultAndQuietStore() {
    GroundTruth truth = WORLD.truth();
    long series = truth.happenings().stream().mapToLong(h -> h.affected().size()).sum();

    List<String> lines = truth.jsonLines().lines().toList();

    assertThat(lines).hasSize((int) series + truth.faults().size() + truth.quietStores().size());
    assertThat(lines.get(0))
        .startsWith("{\"event\":\"MRS-001\",")
        .contains("\"category\":\"competitor_action\"", "\"expected\":[", "\"step_seconds\":900");
  }

  private static double price(SalesSeries sold, int from, int to) {
    double cents = 0;
    double units = 0;
    for (int i = from; i < to; i++) {
      cents += sold.revenueCentsAt(i);
      units += sold.unitsAt(i);
    }
    return cents / units;
  }

  private static TrueFault fault(FeedFaultKind kind) {
    return WORLD.truth().faults().stream().filter(f -> f.kind() == kind).findFirst().orElseThrow();
  }

  private static List<SalesSeries> within(InputSnapshot inputs, StoreId store, TimeSpan span) {
    return inputs.sales(store, span);
  }

  private static int known(SalesSeries series) {
    int known = 0;
    for (int i = 0; i < series.size(); i++) {
      known += series.isKnown(i) ? 1 : 0;
    }
    return known;
  }
}
