package org.minorityreport.examples.benefit;

import java.util.EnumMap;
import java.util.Map;

/** What came of one world at one size, or of the mean of some. */
final class Outcome {
  final Map<Fit, Double> errors = new EnumMap<>(Fit.class);
  final Map<Analyst.Truth, Double> reports = new EnumMap<>(Analyst.Truth.class);

  /** Share of the units that anomalies moved that lies in steps left out, analyst 100 %. */
  double seen;

  /** Share of them that lies in reports that are mostly of campaigns, and so is kept. */
  double hidden;

  /** Share of all steps that are left out, analyst 100 %. */
  double leftOut;

  /** Share of the steps left out that no anomaly touched. */
  double needless;

  double error(Fit fit) {
    return errors.getOrDefault(fit, Double.NaN);
  }

  static Outcome mean(Iterable<Outcome> outcomes) {
    Outcome mean = new Outcome();
    int count = 0;
    for (Outcome one : outcomes) {
      count++;
      one.errors.forEach((fit, error) -> mean.errors.merge(fit, error, Double::sum));
      one.reports.forEach((truth, n) -> mean.reports.merge(truth, n, Double::sum));
      mean.seen += one.seen;
      mean.hidden += one.hidden;
      mean.leftOut += one.leftOut;
      mean.needless += one.needless;
    }
    double all = count;
    mean.errors.replaceAll((fit, sum) -> sum / all);
    mean.reports.replaceAll((truth, sum) -> sum / all);
    mean.seen /= all;
    mean.hidden /= all;
    mean.leftOut /= all;
    mean.needless /= all;
    return mean;
  }
}
