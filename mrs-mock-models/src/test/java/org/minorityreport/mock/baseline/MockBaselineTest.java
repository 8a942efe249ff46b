package org.minorityreport.mock.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.model.BaselineQuestion;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Expectations;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.StepMask;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.mock.Sales;

class MockBaselineTest {
  private static final int DAY = 24;
  private static final int WEEK = 7 * DAY;

  private final MockBaseline model = MockBaseline.create(ModelConfig.builder().seed(0).build());

  private Expectations expect(SalesSeries series, StepMask mask, int from, String zone) {
    Store store = Sales.store(zone);
    Steps asked = series.steps().slice(from, series.size());
    return model.expect(
        BaselineQuestion.builder().series(series).store(store).mask(mask).asked(asked).build());
  }

  private Expectations last(SalesSeries series) {
    return expect(series, StepMask.none(), series.size() - 1, "UTC");
  }

  @Nested
  class Season {
    @Test
    void hourlyStep_isMedianOfItsHourOfTheWeek() {
      // the hours of four weeks sold 1, 2, 4, 40; all else 1000
      int at = 4 * WEEK + 30;
      double[] weeks = {1, 2, 4, 40};
      SalesSeries series =
          Sales.series("PT1H", at + 1, i -> i % WEEK == 30 && i < at ? weeks[i / WEEK] : 1000);
      assertThat(last(series).unitsAt(0)).isEqualTo(3);
    }

    @Test
    void quarterOfAnHour_isMedianOfAllSixteenOfItsHour() {
      int at = 4 * 4 * WEEK + 4 * 30;
      SalesSeries series =
          Sales.series("PT15M", at + 1, i -> i / 4 % WEEK == 30 ? i % 4 * 10 : 1000);
      assertThat(last(series).unitsAt(0)).isEqualTo(15); // of 0, 10, 20, 30, four times each
    }

    @Test
    void dailyStep_isMedianOfItsDayOfTheWeek_inEveryZone() {
      SalesSeries series = Sales.series("P1D", 36, i -> i % 7 == 0 ? 50 : 10);
      Expectations utc = expect(series, StepMask.none(), 29, "UTC");
      assertThat(utc.unitsAt(0)).isEqualTo(10);
      assertThat(utc.unitsAt(6)).isEqualTo(50);
      assertThat(expect(series, StepMask.none(), 29, "Pacific/Auckland")).isEqualTo(utc);
      assertThat(expect(series, StepMask.none(), 29, "America/Los_Angeles")).isEqualTo(utc);
    }

    @Test
    void weeklyStep_isMedianOfAll() {
      SalesSeries series = Sales.series("P7D", 5, i -> new double[] {7, 1, 3, 9, 0}[i]);
      assertThat(last(series).unitsAt(0)).isEqualTo(5);
    }

    @Test
    void clocksChange_hourStaysTheLocalOne() {
      // Berlin goes back an hour on 2025-10-26; the store sells 100 at its 10 o'clock, else 5
      Steps steps =
          Steps.of(Instant.parse("2025-10-01T00:00:00Z"), Cadence.parse("PT1H"), 40 * DAY);
      Store store = Sales.store("Europe/Berlin");
      long[] units = new long[steps.count()];
      for (int i = 0; i < units.length; i++) {
        units[i] = steps.timeAt(i).atZone(store.zone()).getHour() == 10 ? 100_000 : 5_000;
      }
      Expectations said =
          expect(Sales.series(steps, units), StepMask.none(), 24 * DAY, "Europe/Berlin");
      for (int i = 0; i < said.steps().count(); i++) {
        boolean ten = said.steps().timeAt(i).atZone(store.zone()).getHour() == 10;
        if (said.isKnown(i)) {
          assertThat(said.unitsAt(i)).as("%s", said.steps().timeAt(i)).isEqualTo(ten ? 100 : 5);
        }
      }
      assertThat(said.isKnown(said.steps().count() - 1)).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"PT2H", "PT6H", "PT12H"})
    void longStepsAfterAChangeOfClocks_stillHaveASeason(String cadence) {
      int perDay = (int) (86_400 / Cadence.parse(cadence).seconds());
      Steps steps =
          Steps.of(Instant.parse("2025-10-01T00:00:00Z"), Cadence.parse(cadence), 30 * perDay);
      long[] units = new long[steps.count()];
      Expectations said =
          expect(Sales.series(steps, units), StepMask.none(), 26 * perDay, "Europe/Berlin");
      for (int i = 0; i < said.steps().count(); i++) {
        assertThat(said.isKnown(i)).as("%s", said.steps().timeAt(i)).isTrue();
      }
    }
  }

  @Nested
  class History {
    @Test
    void emptyQuestion_isAnsweredEmpty() {
      SalesSeries series = Sales.series("PT1H", 0, i -> 0);
      assertThat(expect(series, StepMask.none(), 0, "UTC").steps().count()).isZero();
    }

    @Test
    void nothingIsSaidBeforeFourteenDays() {
      SalesSeries series = Sales.series("PT15M", 15 * 96, i -> 4);
      Expectations said = expect(series, StepMask.none(), 0, "UTC");
      assertThat(said.isKnown(14 * 96 - 1)).isFalse();
      assertThat(said.isKnown(14 * 96)).isTrue();
    }

    @Test
    void historyCountsFromTheFirstKnownStep() {
      SalesSeries series = Sales.series("P1D", 28, i -> i < 20 ? Double.NaN : 4);
      assertThat(last(series).isKnown(0)).isFalse();
    }

    @Test
    void oneValueOfASeason_isNotEnough() {
      SalesSeries series = Sales.series("P1D", 29, i -> i % 7 == 0 && i > 0 ? Double.NaN : 4);
      assertThat(last(series).isKnown(0)).isFalse();
    }

    @Test
    void unknownSteps_areLeftOutNotZero() {
      SalesSeries series = Sales.series("P1D", 29, i -> i % 7 == 0 && i < 14 ? Double.NaN : 8);
      assertThat(last(series).unitsAt(0)).isEqualTo(8);
    }

    @Test
    void maskedSteps_areLeftOutAndStillAnswered() {
      SalesSeries series = Sales.series("P1D", 30, i -> i >= 14 ? 900 : 8);
      TimeSpan span = TimeSpan.of(series.steps().timeAt(14), series.steps().timeAt(40));
      Expectations said = expect(series, StepMask.of(java.util.List.of(span)), 29, "UTC");
      assertThat(said.unitsAt(0)).isEqualTo(8);
    }
  }

  @Nested
  class Spread {
    @Test
    void normalNoise_isFoundWithTheErrorOfTheMedianCountedIn() {
      SplittableRandom random = new SplittableRandom(11);
      double sum = 0;
      int series = 200;
      for (int s = 0; s < series; s++) {
        double[] noise = random.doubles(29).map(u -> Sales.normal(random)).toArray();
        sum += last(Sales.series("P1D", 29, i -> 100_000 + 5_000 * noise[i])).spreadAt(0);
      }
      // 5,000 in the steps, times the root of 1 + 0.30 for a median of four; up to 15 % wide
      assertThat(sum / series).isBetween(5_000 * 1.1, 5_000 * 1.35);
    }

    @Test
    void busyDay_isWiderThanQuietOnesOfTheSameHour() {
      SplittableRandom random = new SplittableRandom(12);
      Cadence cadence = Cadence.parse("P1D");
      long[] units = new long[35];
      for (int i = 0; i < units.length; i++) {
        double mean = i % 7 == 5 ? 1600 : 100;
        units[i] = 1000 * Math.round(mean + Math.sqrt(mean) * Sales.normal(random));
      }
      SalesSeries series = Sales.series(Steps.of(Sales.START, cadence, 35), units);
      Expectations said = expect(series, StepMask.none(), 28, "UTC");
      assertThat(said.spreadAt(5)).isGreaterThan(2 * said.spreadAt(4));
    }

    @ParameterizedTest(name = "{0} of {1} a step")
    @CsvSource({"PT15M, 0", "PT15M, 50", "PT1H, 0", "P1D, 0", "P1D, 400"})
    void constantSeries_scattersNoLessThanCounts(String cadence, double units) {
      int count = (int) (35 * 86_400 / Cadence.parse(cadence).seconds());
      assertThat(last(Sales.series(cadence, count, i -> units)).spreadAt(0))
          .isCloseTo(Math.sqrt(units + 1), within(0.3 * Math.sqrt(units + 1)));
    }
  }
}
