package org.minorityreport.api.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;

class SalesSeriesTest {
  private static final SeriesId ID = SeriesId.of(StoreId.of("327"), Sku.of("cola"));
  private static final Cadence QUARTER = Cadence.parse("PT15M");
  private static final Instant START = Instant.parse("2025-08-07T09:00:00Z");

  @Test
  void of_wrongNumberOfValues_isRefused() {
    Steps steps = Steps.of(START, QUARTER, 3);

    assertThatThrownBy(() -> SalesSeries.of(ID, steps, new long[2]))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("units is '2' but must be 3 steps of PT15M from 2025-08-07T09:00:00Z");
    assertThatThrownBy(() -> SalesSeries.of(ID, steps, new long[3], new long[4]))
        .hasMessage("revenue is '4' but must be 3 steps of PT15M from 2025-08-07T09:00:00Z");
  }

  @Test
  void of_arrayChangedAfterwards_isNotSeen() {
    long[] units = {1000};
    long[] cents = {250};
    SalesSeries series = SalesSeries.of(ID, Steps.of(START, QUARTER, 1), units, cents);
    units[0] = 7;
    cents[0] = 7;

    assertThat(series.thousandthsAt(0)).isEqualTo(1000);
    assertThat(series.revenueCentsAt(0)).isEqualTo(250);
  }

  @Test
  void unknown_isNeitherZeroNorANumber() {
    SalesSeries series =
        SalesSeries.of(ID, Steps.of(START, QUARTER, 2), new long[] {SalesSeries.UNKNOWN, 0});

    assertThat(series.isKnown(0)).isFalse();
    assertThat(series.unitsAt(0)).isNaN();
    assertThat(series.isKnown(1)).isTrue();
    assertThat(series.unitsAt(1)).isZero();
    assertThat(series.revenueCentsAt(1)).isEqualTo(SalesSeries.UNKNOWN);
  }

  @Test
  void slice_indexBeyondIt_isRefusedAlthoughTheWholeHasIt() {
    SalesSeries part =
        SalesSeries.of(ID, Steps.of(START, QUARTER, 4), new long[] {1, 2, 3, 4}).slice(1, 3);

    assertThat(part.thousandthsAt(1)).isEqualTo(3);
    assertThatThrownBy(() -> part.thousandthsAt(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> part.thousandthsAt(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> part.revenueCentsAt(2)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  /** Whatever is cut from what is cut holds the steps that lie wholly within both spans. */
  @Property
  void between_ofBetween_isWhatANaiveFilterKeeps(
      @ForAll @IntRange(max = 20) int count,
      @ForAll("seconds") long from,
      @ForAll("seconds") long to,
      @ForAll("seconds") long innerFrom,
      @ForAll("seconds") long innerTo,
      @ForAll @IntRange(max = 999_999_999) int nanos) {
    long[] units = LongStream.range(0, count).toArray();
    long[] cents = LongStream.range(0, count).map(i -> 100 * i).toArray();
    SalesSeries whole = SalesSeries.of(ID, Steps.of(START, QUARTER, count), units, cents);
    Instant a = START.plusSeconds(from).plusNanos(nanos);
    Instant b = START.plusSeconds(to);
    Instant c = START.plusSeconds(innerFrom);
    Instant d = START.plusSeconds(innerTo).plusNanos(nanos);

    SalesSeries part = whole.between(a, b).between(c, d);

    List<Long> expected = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant begin = START.plusSeconds(900L * i);
      Instant end = begin.plusSeconds(900);
      if (!begin.isBefore(a) && !end.isAfter(b) && !begin.isBefore(c) && !end.isAfter(d)) {
        expected.add((long) i);
      }
    }
    assertThat(LongStream.range(0, part.size()).map(i -> part.thousandthsAt((int) i)).boxed())
        .containsExactlyElementsOf(expected);
    for (int i = 0; i < part.size(); i++) {
      assertThat(part.revenueCentsAt(i)).isEqualTo(100 * part.thousandthsAt(i));
      assertThat(part.steps().timeAt(i)).isEqualTo(START.plusSeconds(900 * part.thousandthsAt(i)));
    }
  }

  @Test
  void between_endOfTime_keepsAll() {
    SalesSeries whole = SalesSeries.of(ID, Steps.of(START, QUARTER, 3), new long[] {1, 2, 3});

    assertThat(whole.between(Instant.MIN, Instant.MAX)).isEqualTo(whole);
    assertThat(whole.between(Instant.MAX, Instant.MIN).size()).isZero();
  }

  @Test
  void equals_isByContentWhateverItIsCutFrom() {
    SalesSeries cut =
        SalesSeries.of(ID, Steps.of(START, QUARTER, 3), new long[] {1, 2, 3}).slice(1, 2);
    SalesSeries made =
        SalesSeries.of(ID, Steps.of(START.plusSeconds(900), QUARTER, 1), new long[] {2});

    assertThat(cut).isEqualTo(made).hasSameHashCodeAs(made);
    assertThat(cut)
        .isNotEqualTo(
            SalesSeries.of(ID, Steps.of(START.plusSeconds(900), QUARTER, 1), new long[] {3}));
  }

  @Test
  void price_isRevenueOverUnitsOfKnownUnmaskedStepsWithBoth() {
    long unknown = SalesSeries.UNKNOWN;
    SalesSeries series =
        SalesSeries.of(
            ID,
            Steps.of(START, QUARTER, 5),
            new long[] {1000, 2000, unknown, 4000, 8000},
            new long[] {100, 300, 7777, unknown, 9999});
    StepMask lastHidden =
        StepMask.of(List.of(TimeSpan.of(START.plusSeconds(4 * 900), Instant.MAX)));

    assertThat(series.price(lastHidden)).contains(Price.of(400, 3000));
    assertThat(series.slice(2, 4).price(StepMask.none())).isEmpty();
    assertThat(
            SalesSeries.of(ID, Steps.of(START, QUARTER, 1), new long[] {5}).price(StepMask.none()))
        .isEmpty();
  }

  @Provide
  Arbitrary<Long> seconds() {
    return Arbitraries.oneOf(
        Arbitraries.longs().between(-4000, 22_000),
        Arbitraries.longs().between(-4, 24).map(steps -> 900 * steps));
  }
}
