package org.minorityreport.testkit.model;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.minorityreport.api.model.BaselineQuestion;
import org.minorityreport.api.model.Covariates;
import org.minorityreport.api.model.KnownDriver;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.StepMask;
import org.minorityreport.api.series.TimeSpan;

/**
 * A question to a baseline. Immutable.
 *
 * @param sales what is sold
 * @param before known steps before those asked about
 * @param asked number of steps asked about, from that of now on
 * @param after steps of the series after those
 * @param maskedAt first masked step, counted from that of now
 * @param masked number of masked steps
 */
record BaselineCase(SeriesCase sales, int before, int asked, int after, int maskedAt, int masked) {
  static BaselineCase of(SeriesCase sales, int before, int asked) {
    return new BaselineCase(sales, before, asked, 0, 0, 0);
  }

  BaselineCase selling(SeriesCase other) {
    return new BaselineCase(other, before, asked, after, maskedAt, masked);
  }

  BaselineCase masking(int at, int count) {
    return new BaselineCase(sales, before, asked, after, at, count);
  }

  BaselineCase asking(int count, int more) {
    return new BaselineCase(sales, before, count, more, maskedAt, masked);
  }

  Cadence cadence() {
    return sales.cadence();
  }

  Instant time(int step) {
    return cadence().plus(SeriesCase.now(cadence()), step);
  }

  Told<BaselineQuestion> told() {
    return new Told<>(words(), () -> question(0, asked));
  }

  /** The same question with something measured beside the sales. */
  Told<BaselineQuestion> told(List<KnownDriver> drivers) {
    return new Told<>(
        words() + ", with " + drivers.size() + " drivers",
        () ->
            BaselineQuestion.builder()
                .from(question(0, asked))
                .covariates(Covariates.builder().drivers(drivers).build())
                .build());
  }

  /** The question about one of the steps asked about alone. */
  Told<BaselineQuestion> told(int step) {
    return new Told<>(words(), () -> question(step, step + 1));
  }

  private BaselineQuestion question(int from, int to) {
    SalesSeries series = sales.series(-before, asked + after);
    StepMask mask =
        masked == 0
            ? StepMask.none()
            : StepMask.of(List.of(TimeSpan.of(time(maskedAt), time(maskedAt + masked))));
    return BaselineQuestion.builder()
        .series(series)
        .store(SeriesCase.STORE)
        .mask(mask)
        .asked(series.steps().slice(before + from, before + to))
        .build();
  }

  String words() {
    String mask =
        masked == 0 ? "" : ", masked from " + time(maskedAt) + " for " + masked + " steps";
    return sales.words() + ", known for " + before + " steps before " + time(0) + mask;
  }

  /** Any question with a full look-back and some more before it. */
  static Arbitrary<BaselineCase> any(ModelBench<?, ?, ?> bench, int more) {
    java.time.Duration lookBack = bench.info().lookBack();
    Arbitrary<SeriesCase> sales = SeriesCase.any(SeriesCase.cadences(bench), -60, 10);
    return Combinators.combine(
            sales,
            Arbitraries.integers().between(1, 12),
            Arbitraries.integers().between(-40, 10).shrinkTowards(-1),
            Arbitraries.integers().between(0, 30))
        .as(
            (s, asked, maskedAt, masked) ->
                new BaselineCase(
                    s,
                    (int) s.cadence().stepsIn(lookBack) + more,
                    asked,
                    0,
                    maskedAt,
                    Math.min(masked, Math.max(0, asked - maskedAt))));
  }
}
