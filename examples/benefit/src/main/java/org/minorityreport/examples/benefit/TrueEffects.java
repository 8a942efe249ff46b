package org.minorityreport.examples.benefit;

import java.time.Instant;
import java.util.Arrays;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.mock.world.AffectedSeries;
import org.minorityreport.mock.world.Happening;
import org.minorityreport.mock.world.World;

/** What truly moved sales, by store and step. */
final class TrueEffects {
  private final StepTable table;
  private final double[][] anomalies;
  private final double[][] campaigns;

  TrueEffects(StepTable table, World world) {
    this.table = table;
    this.anomalies = new double[table.stores().size()][table.count()];
    this.campaigns = new double[table.stores().size()][table.count()];
    for (Happening happening : world.truth().happenings()) {
      double[][] into = happening.category().equals("paid_media") ? campaigns : anomalies;
      for (AffectedSeries series : happening.affected()) {
        double[] row = into[table.row(series.id().store())];
        for (int i = 0; i < series.steps().count(); i++) {
          int column = table.column(series.steps().timeAt(i));
          if (column >= 0 && column < row.length) {
            row[column] += Math.abs(series.effectAt(i));
          }
        }
      }
    }
  }

  double anomalies(StoreId store, Instant from, Instant to) {
    return sum(anomalies, store, from, to);
  }

  double campaigns(StoreId store, Instant from, Instant to) {
    return sum(campaigns, store, from, to);
  }

  double anomalyAt(int store, int step) {
    return anomalies[store][step];
  }

  /** All units that anomalies moved. */
  double allAnomalies() {
    return Math.max(
        Double.MIN_NORMAL, Arrays.stream(anomalies).flatMapToDouble(Arrays::stream).sum());
  }

  /** Every step that an anomaly touched. */
  boolean[][] touched() {
    boolean[][] touched = new boolean[anomalies.length][table.count()];
    for (int s = 0; s < touched.length; s++) {
      for (int i = 0; i < touched[s].length; i++) {
        touched[s][i] = anomalies[s][i] > 0;
      }
    }
    return touched;
  }

  private double sum(double[][] effects, StoreId store, Instant from, Instant to) {
    double[] row = effects[table.row(store)];
    double sum = 0;
    int end = Math.min(table.column(to), row.length);
    for (int i = Math.max(0, table.column(from)); i < end; i++) {
      sum += row[i];
    }
    return sum;
  }
}
