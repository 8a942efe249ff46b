package org.minorityreport.api.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.series.TimeSpan;

class InputTablesTest {
  private static final long U = SalesSeries.UNKNOWN;
  private static final Cadence HOUR = Cadence.parse("PT1H");
  private static final Instant NINE = Instant.parse("2025-08-07T09:00:00Z");
  private static final TimeSpan ALWAYS = TimeSpan.of(Instant.MIN, Instant.MAX);

  /** Of store 1, cola has hours 9 and 11 of 9..11, tea 10 of 10..11; store 2 has 12 only. */
  private static InputTables.Builder tables(AbsentMeans absentMeans) {
    return builder(absentMeans)
        .store(store("1"))
        .store(store("2"))
        .sales(series("1", "tea", 1, 5000, U))
        .sales(series("1", "cola", 0, 1000, U, 3000))
        .sales(series("2", "cola", 3, 9000));
  }

  @Test
  void sales_unknownIfAbsent_areBroughtOntoOneRange() {
    InputTables tables = tables(AbsentMeans.UNKNOWN).build();

    assertThat(tables.covers()).isEqualTo(TimeSpan.of(NINE, NINE.plusSeconds(4 * 3600)));
    assertThat(tables.sales(StoreId.of("1"), ALWAYS))
        .containsExactly(closed("1", "cola", 1000, U, 3000, U), closed("1", "tea", U, 5000, U, U));
    assertThat(tables.sales(StoreId.of("2"), ALWAYS))
        .containsExactly(closed("2", "cola", U, U, U, 9000));
  }

  /** A step is zero only where another series of the same store has a row in it. */
  @Test
  void sales_zeroIfOpen_areZeroWhereTheStoreSoldAnything() {
    InputTables tables = tables(AbsentMeans.ZERO_IF_OPEN).build();

    assertThat(tables.sales(StoreId.of("1"), ALWAYS))
        .containsExactly(closed("1", "cola", 1000, 0, 3000, U), closed("1", "tea", 0, 5000, 0, U));
    assertThat(tables.sales(StoreId.of("2"), ALWAYS))
        .containsExactly(closed("2", "cola", U, U, U, 9000));
  }

  /** A row that could not be read says that something was sold, but not how much. */
  @Test
  void unusable_step_staysUnknownUnlessAnotherRowSaysIt() {
    InputTables tables =
        tables(AbsentMeans.ZERO_IF_OPEN)
            .unusable(id("1", "cola"), NINE.plusSeconds(3600))
            .unusable(id("1", "tea"), NINE.plusSeconds(3600))
            .unusable(id("1", "tea"), NINE.minusSeconds(3600))
            .unusable(id("3", "tea"), NINE)
            .build();

    assertThat(tables.sales(StoreId.of("1"), ALWAYS))
        .containsExactly(closed("1", "cola", 1000, U, 3000, U), closed("1", "tea", 0, 5000, 0, U));
  }

  @Test
  void sales_revenue_staysWithItsStepsAndIsUnknownElsewhere() {
    SalesSeries paid =
        SalesSeries.of(id("1", "cola"), steps(1, 1), new long[] {2000}, new long[] {350});
    InputTables tables =
        builder(AbsentMeans.ZERO_IF_OPEN)
            .store(store("1"))
            .sales(paid)
            .sales(series("1", "tea", 0, 1000))
            .build();

    SalesSeries cola = tables.sales(StoreId.of("1"), ALWAYS).get(0);

    assertThat(cola.thousandthsAt(0)).isZero();
    assertThat(cola.revenueCentsAt(0)).isEqualTo(U);
    assertThat(cola.revenueCentsAt(1)).isEqualTo(350);
  }

  @Test
  void sales_ofASpan_areTheStepsWhollyWithinIt() {
    InputTables tables = tables(AbsentMeans.UNKNOWN).build();
    TimeSpan span = TimeSpan.of(NINE.plusSeconds(1), NINE.plusSeconds(3 * 3600 + 1));

    assertThat(tables.sales(StoreId.of("1"), span))
        .extracting(SalesSeries::steps)
        .containsOnly(steps(1, 2));
    assertThat(tables.sales(StoreId.of("none"), span)).isEmpty();
  }

  @Test
  void build_seriesOfAStoreThatIsNotThere_isRefused() {
    InputTables.Builder builder = builder(AbsentMeans.UNKNOWN).sales(series("1", "cola", 0, 1));

    assertThatThrownBy(builder::build)
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("store_id is '1' but must be a store that is known");
  }

  @Test
  void sales_twice_isRefused() {
    InputTables.Builder builder = tables(AbsentMeans.UNKNOWN);

    assertThatThrownBy(() -> builder.sales(series("1", "cola", 0, 1)))
        .hasMessage("series is '1 cola' but must be given once");
    assertThatThrownBy(() -> builder.store(store("1")))
        .hasMessage("store_id is '1' but must be given once");
  }

  @Test
  void sales_otherCadence_isRefused() {
    SalesSeries daily =
        SalesSeries.of(
            id("1", "cola"),
            Steps.of(Instant.parse("2025-08-07T00:00:00Z"), Cadence.parse("P1D"), 1),
            new long[] {1});

    assertThatThrownBy(() -> builder(AbsentMeans.UNKNOWN).sales(daily))
        .hasMessage("cadence is 'P1D' but must be that of the source (PT1H)");
  }

  @Test
  void build_anyOrderOfRows_isTheSameSnapshot() {
    InputTables shuffled =
        builder(AbsentMeans.ZERO_IF_OPEN)
            .sales(series("2", "cola", 3, 9000))
            .campaigns(List.of(campaign("b")))
            .store(store("2"))
            .delivery(delivery("late.csv", NINE.plusSeconds(60)))
            .sales(series("1", "cola", 0, 1000, U, 3000))
            .store(store("1"))
            .delivery(delivery("early.csv", NINE))
            .campaigns(List.of(campaign("a")))
            .sales(series("1", "tea", 1, 5000, U))
            .build();

    assertThat(shuffled.stores()).extracting(s -> s.storeId().value()).containsExactly("1", "2");
    assertThat(shuffled.campaigns().orElseThrow())
        .extracting(Campaign::campaignId)
        .containsExactly("a", "b");
    assertThat(shuffled.deliveries())
        .extracting(Delivery::name)
        .containsExactly("early.csv", "late.csv");
    assertThat(shuffled.sales(StoreId.of("1"), ALWAYS))
        .isEqualTo(tables(AbsentMeans.ZERO_IF_OPEN).build().sales(StoreId.of("1"), ALWAYS));
  }

  @Test
  void build_noSourceOfContext_isNotAnEmptyOne() {
    InputTables none = builder(AbsentMeans.UNKNOWN).build();
    InputTables empty = builder(AbsentMeans.UNKNOWN).contextEvents(List.of()).build();

    assertThat(none.contextEvents()).isEmpty();
    assertThat(empty.contextEvents()).isEqualTo(Optional.of(List.of()));
    assertThat(none.covers().from()).isEqualTo(none.covers().to());
  }

  private static InputTables.Builder builder(AbsentMeans absentMeans) {
    return InputTables.builder(
        SalesSource.builder().name("till").cadence(HOUR).absentMeans(absentMeans).build());
  }

  private static Store store(String id) {
    return Store.builder().storeId(StoreId.of(id)).retailer("Corner").build();
  }

  private static Campaign campaign(String id) {
    return Campaign.builder()
        .campaignId(id)
        .name("Leaflets")
        .channel("leaflet")
        .category("paid_media")
        .start(NINE)
        .end(NINE.plusSeconds(1))
        .build();
  }

  private static Delivery delivery(String name, Instant at) {
    return Delivery.builder().name(name).deliveredAt(at).digest("00").build();
  }

  private static SalesSeries closed(String store, String sku, long... units) {
    long[] cents = new long[units.length];
    java.util.Arrays.fill(cents, U);
    return SalesSeries.of(id(store, sku), steps(0, units.length), units, cents);
  }

  private static SalesSeries series(String store, String sku, int first, long... units) {
    return SalesSeries.of(id(store, sku), steps(first, units.length), units);
  }

  private static SeriesId id(String store, String sku) {
    return SeriesId.of(StoreId.of(store), Sku.of(sku));
  }

  private static Steps steps(int first, int count) {
    return Steps.of(NINE.plusSeconds(3600L * first), HOUR, count);
  }
}
