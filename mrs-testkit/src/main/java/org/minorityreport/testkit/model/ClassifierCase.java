package org.minorityreport.testkit.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.model.ClassifierQuestion;
import org.minorityreport.api.model.Covariates;
import org.minorityreport.api.model.KnownDriver;
import org.minorityreport.api.model.OpenWindow;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Expectations;
import org.minorityreport.api.series.SalesSeries;

/**
 * A question to a classifier; what is expected of a step is what is usual there. Immutable.
 *
 * @param sales what is sold
 * @param from first step, counted from that of now
 * @param to step after the last one
 * @param open the window that is open, or null
 */
record ClassifierCase(SeriesCase sales, int from, int to, @Nullable OpenWindow open) {
  static ClassifierCase of(SeriesCase sales, int from, int to) {
    return new ClassifierCase(sales, from, to, null);
  }

  ClassifierCase until(int step, @Nullable OpenWindow window) {
    return new ClassifierCase(sales, from, step, window);
  }

  Cadence cadence() {
    return sales.cadence();
  }

  Told<ClassifierQuestion> told() {
    return new Told<>(words(), this::question);
  }

  /** The same question with something measured beside the sales. */
  Told<ClassifierQuestion> told(List<KnownDriver> drivers) {
    return new Told<>(
        words() + ", with " + drivers.size() + " drivers",
        () ->
            ClassifierQuestion.builder()
                .from(question())
                .covariates(Covariates.builder().drivers(drivers).build())
                .build());
  }

  Instant time(int step) {
    return cadence().plus(SeriesCase.now(cadence()), step);
  }

  private ClassifierQuestion question() {
    SalesSeries series = sales.series(from, to);
    double[] expected = new double[series.size()];
    double[] spread = new double[series.size()];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = sales.usual(series.steps().timeAt(i));
      spread[i] = Math.max(1, Math.sqrt(expected[i]));
    }
    return ClassifierQuestion.builder()
        .series(series)
        .store(SeriesCase.STORE)
        .expectations(Expectations.of(series.steps(), expected, spread))
        .openWindow(Optional.ofNullable(open))
        .build();
  }

  String words() {
    String window = open == null ? "" : ", a window open since " + open.onset();
    return sales.words()
        + ", from "
        + cadence().plus(SeriesCase.now(cadence()), from)
        + " for "
        + Math.max(0, to - from)
        + " steps"
        + window;
  }

  /** The steps that a model looks back upon. */
  static int lookBack(ModelBench<?, ?, ?> bench, Cadence cadence) {
    return (int) cadence.stepsIn(bench.info().lookBack());
  }

  /** Any question: the look-back, and so many steps before and after now. */
  static Arbitrary<ClassifierCase> any(ModelBench<?, ?, ?> bench, int before, int after) {
    return SeriesCase.any(SeriesCase.cadences(bench), -before, after - 1)
        .map(s -> of(s, -before - lookBack(bench, s.cadence()), after));
  }
}
