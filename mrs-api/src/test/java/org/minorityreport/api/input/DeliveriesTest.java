package org.minorityreport.api.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.series.TimeSpan;

/** Deliveries as corrections of each other (spec 4.9). */
class DeliveriesTest {
  private static final long U = SalesSeries.UNKNOWN;
  private static final Cadence HOUR = Cadence.parse("PT1H");
  private static final Instant NINE = Instant.parse("2025-08-07T09:00:00Z");
  private static final Instant NOON = NINE.plusSeconds(3 * 3600);
  private static final Instant EVENING = NINE.plusSeconds(9 * 3600);
  private static final SeriesId COLA = SeriesId.of(StoreId.of("1"), Sku.of("cola"));
  private static final TimeSpan ALWAYS = TimeSpan.of(Instant.MIN, Instant.MAX);

  @Test
  void step_deliveredTwice_isWhatTheLaterDeliverySays() {
    Delivery first = delivery("a", NOON);
    Delivery later = delivery("b", EVENING);
    for (boolean laterFirst : new boolean[] {false, true}) {
      InputTables.Builder builder = builder();
      if (laterFirst) {
        builder.sales(later, cola(1, 20, U)).sales(first, cola(0, 1, 2, 3));
      } else {
        builder.sales(first, cola(0, 1, 2, 3)).sales(later, cola(1, 20, U));
      }

      InputTables tables = builder.build();

      assertThat(units(tables)).as("later first: %s", laterFirst).containsExactly(1, 20, 3);
      assertThat(tables.deliveries()).containsExactly(first, later);
      assertThat(tables.refused()).isEmpty();
    }
  }

  @Test
  void rowsAbout_countsWhatIsNewOfStepsBefore() {
    Delivery first = delivery("a", NOON);
    Delivery later = delivery("b", EVENING);

    InputTables tables =
        builder().sales(first, cola(0, 1, 2, 3)).sales(later, cola(0, 1, 20, 30, 4)).build();

    assertThat(tables.rowsAbout(later, NINE.plusSeconds(2 * 3600))).isEqualTo(1);
    assertThat(tables.rowsAbout(later, EVENING)).isEqualTo(3);
    assertThat(tables.rowsAbout(first, EVENING)).isEqualTo(3);
  }

  @Test
  void twoValues_deliveredAtOneTime_areBothRefused() {
    InputTables tables =
        builder()
            .sales(delivery("a", NOON), cola(0, 1, 2))
            .sales(delivery("b", NOON), cola(1, 5, 3))
            .build();

    assertThat(units(tables)).containsExactly(1, U, 3);
    assertThat(tables.refused())
        .extracting(RefusedRow::kind, RefusedRow::source)
        .containsExactlyInAnyOrder(
            tuple("conflicting_values", "a"), tuple("conflicting_values", "b"));
  }

  /** Two of three agree; whichever is added first, all are refused and the step is unknown. */
  @Test
  void threeValues_deliveredAtOneTime_areRefusedInAnyOrder() {
    SalesSeries one = cola(0, 1, 4);
    SalesSeries other = cola(0, 2, 4);
    List<Map.Entry<String, SalesSeries>> parts =
        List.of(Map.entry("a", one), Map.entry("b", other), Map.entry("c", one));
    Set<List<Object>> outcomes = new HashSet<>();
    for (int[] order :
        new int[][] {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}) {
      InputTables.Builder builder = builder();
      for (int i : order) {
        builder.sales(delivery(parts.get(i).getKey(), NOON), parts.get(i).getValue());
      }
      InputTables tables = builder.build();
      outcomes.add(
          List.of(
              Arrays.toString(units(tables)),
              tables.refused(),
              tables.deliveries().stream().map(d -> tables.rowsAbout(d, EVENING)).toList()));
      assertThat(units(tables)).containsExactly(U, 4);
      assertThat(tables.refused())
          .extracting(RefusedRow::source)
          .containsExactlyInAnyOrder("a", "b", "c");
    }
    assertThat(outcomes).as("whatever the order").hasSize(1);
  }

  @Test
  void contradictedStep_isUnknownUntilALaterDeliveryKnowsIt() {
    Delivery first = delivery("a", NOON);
    Delivery later = delivery("b", NOON.plusSeconds(1));
    InputTables.Builder builder =
        builder().sales(first, cola(0, 1, 2)).contradicted(later, COLA, NINE);

    assertThat(units(builder.build())).containsExactly(U, 2);
    builder.sales(delivery("c", EVENING), cola(0, 7));
    assertThat(units(builder.build())).containsExactly(7, 2);
  }

  @Test
  void step_laterThanItsDelivery_isRefused() {
    InputTables tables = builder().sales(delivery("a", NOON), cola(3, 1, 2)).build();

    assertThat(units(tables)).containsExactly(1, U);
    assertThat(tables.refused()).extracting(RefusedRow::kind).containsExactly("after_delivery");
  }

  @Test
  void arriving_holdsAtEachTickWhatWasDelivered() {
    Inputs inputs =
        builder()
            .sales(delivery("a", NOON), cola(0, 1, 2, 3))
            .sales(delivery("b", EVENING), cola(1, 20))
            .arriving();

    assertThat(units((InputTables) inputs.at(NINE))).isEmpty();
    InputTables before = (InputTables) inputs.at(NOON);
    InputTables after = (InputTables) inputs.at(EVENING);

    assertThat(units(before)).containsExactly(1, 2, 3);
    assertThat(units(after)).containsExactly(1, 20, 3);
    assertThat(inputs.at(EVENING.plusSeconds(1))).isSameAs(after);
    assertThat(after.changedSince(before))
        .containsExactly(Map.entry(COLA.store(), NINE.plusSeconds(3600)));
    assertThat(after.changedSince(after)).isEmpty();
  }

  private static long[] units(InputTables tables) {
    return tables.sales(COLA.store(), ALWAYS).stream()
        .findFirst()
        .map(
            s ->
                IntStream.range(0, s.size())
                    .mapToLong(i -> s.isKnown(i) ? s.thousandthsAt(i) / 1000 : U)
                    .toArray())
        .orElse(new long[0]);
  }

  private static InputTables.Builder builder() {
    return InputTables.builder(SalesSource.builder().name("tills").cadence(HOUR).build())
        .store(Store.builder().storeId(COLA.store()).retailer("R").build());
  }

  private static Delivery delivery(String name, Instant at) {
    return Delivery.builder().name(name).deliveredAt(Optional.of(at)).digest(name).build();
  }

  private static SalesSeries cola(int shift, long... units) {
    long[] thousandths = new long[units.length];
    for (int i = 0; i < units.length; i++) {
      thousandths[i] = units[i] == U ? U : units[i] * 1000;
    }
    Steps steps = Steps.of(HOUR.plus(NINE, shift), HOUR, units.length);
    return SalesSeries.of(COLA, steps, thousandths);
  }
}
