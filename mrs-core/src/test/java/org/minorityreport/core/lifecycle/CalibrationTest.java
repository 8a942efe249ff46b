package org.minorityreport.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.lifecycle.Reliability;
import org.minorityreport.api.lifecycle.ReliabilityBin;

class CalibrationTest {
  /**
   * By hand: 0.9 yes, 0.9 no, 0.8 yes, 0.35 no. Brier: (0.01 + 0.81 + 0.04 + 0.1225) / 4 =
   * 0.245625. Error: bin 0.9 |1.8 - 1|, bin 0.8 |0.8 - 1|, bin 0.3 |0.35 - 0|: 1.35 / 4 = 0.3375.
   */
  @Test
  void figures_areAsWorkedByHand() {
    Reliability all =
        Calibration.of(
                List.of(
                    judged(0.9, true), judged(0.9, false), judged(0.8, true), judged(0.35, false)),
                4)
            .get(0);

    assertThat(all.brierScore().orElseThrow()).isCloseTo(0.245625, within(1e-9));
    assertThat(all.expectedCalibrationError().orElseThrow()).isCloseTo(0.3375, within(1e-9));
    assertThat(all.shareConfirmed()).hasValue(0.5);
    assertThat(all.note()).isEmpty();
    assertThat(all.at(0.95).proposals()).isEqualTo(2);
    assertThat(all.at(0.95).shareConfirmed()).hasValue(0.5);
    assertThat(all.at(0.3).meanConfidence()).hasValue(0.35);
  }

  @Test
  void tooFewDecisions_giveCountsAndNoFigures() {
    Reliability all = Calibration.of(List.of(judged(0.9, true)), 2).get(0);

    assertThat(all.proposals()).isEqualTo(1);
    assertThat(all.note()).contains("not enough decisions");
    assertThat(all.shareConfirmed()).isEmpty();
    assertThat(all.brierScore()).isEmpty();
    assertThat(all.expectedCalibrationError()).isEmpty();
  }

  @Test
  void emptyBins_haveNoRates() {
    Reliability all = Calibration.of(List.of(judged(1, true), judged(0, false)), 1).get(0);

    assertThat(all.bins()).hasSize(10);
    assertThat(all.bins().get(9).proposals()).isEqualTo(1);
    assertThat(all.bins().get(0).shareConfirmed()).hasValue(0);
    assertThat(all.bins().subList(1, 9))
        .allSatisfy(bin -> assertThat(bin.shareConfirmed()).isEmpty())
        .allSatisfy(bin -> assertThat(bin.meanConfidence()).isEmpty())
        .extracting(ReliabilityBin::proposals)
        .containsOnly(0);
  }

  /** A bin must hold 0.3 although 0.3 * 10 is less than 3 in floating point of some numbers. */
  @Test
  void confidenceOnABoundary_isInTheUpperBin() {
    List<Judged> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      all.add(judged(i / 10.0, true));
    }

    assertThat(Calibration.of(all, 1).get(0).bins())
        .extracting(ReliabilityBin::proposals)
        .containsOnly(1);
  }

  @Test
  void whatWasDismissed_orNotProposed_doesNotCount() {
    Judged dismissed = judged("AB", true, "weather", 0.9, "hail");
    Judged unknown =
        new Judged(
            "AC",
            Instant.EPOCH,
            Optional.of("m@1"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            false,
            Optional.of("hail"),
            Optional.of("weather"),
            Optional.empty(),
            false);

    assertThat(Calibration.of(List.of(dismissed, unknown), 1)).isEmpty();
  }

  @Test
  void categories_followTheirModel() {
    assertThat(Calibration.of(List.of(judged(0.9, true), judged(0.5, false)), 1))
        .extracting(r -> r.category().orElse("all"))
        .containsExactly("all", "weather");
  }

  private static Judged judged(double confidence, boolean confirmed) {
    return judged("AA", false, "weather", confidence, confirmed ? "hail" : "strike");
  }

  static Judged judged(
      String report, boolean dismissed, String category, double confidence, String finalCause) {
    return new Judged(
        report,
        Instant.EPOCH,
        Optional.of("m@1"),
        Optional.of("c@1"),
        Optional.empty(),
        Optional.of("hail"),
        Optional.of(category),
        OptionalDouble.of(confidence),
        dismissed,
        dismissed ? Optional.empty() : Optional.of(finalCause),
        dismissed ? Optional.empty() : Optional.of(category),
        Optional.empty(),
        false);
  }
}
