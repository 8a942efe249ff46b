package org.minorityreport.examples.benefit;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

/**
 * A plain regression mix model: for each region and day the logarithm of units sold over units
 * usual there, on a constant per region and a dummy per campaign.
 */
final class MixModel {
  private static final int HOURS = 168;

  private final StepTable table;
  private final List<Campaign> campaigns;
  private final int days;

  MixModel(StepTable table, List<Campaign> campaigns, int days) {
    this.table = table;
    this.campaigns = campaigns;
    this.days = days;
  }

  /**
   * The mean absolute error of the estimated uplifts.
   *
   * @param sales units by store and step
   * @param leftOut which of them are left out
   */
  double error(double[][] sales, boolean[][] leftOut) {
    double[] estimates = fit(sales, leftOut);
    double sum = 0;
    for (int c = 0; c < estimates.length; c++) {
      sum += Math.abs(estimates[c] - campaigns.get(c).uplift());
    }
    return sum / estimates.length;
  }

  private double[] fit(double[][] sales, boolean[][] leftOut) {
    int regions = table.regions().size();
    double[][] sold = new double[regions][days];
    double[][] usual = new double[regions][days];
    add(sales, leftOut, sold, usual);
    List<double[]> rows = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int r = 0; r < regions; r++) {
      for (int d = 0; d < days; d++) {
        if (sold[r][d] > 0 && usual[r][d] > 0) {
          rows.add(row(r, d));
          values.add(Math.log(sold[r][d] / usual[r][d]));
        }
      }
    }
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
    regression.setNoIntercept(true);
    regression.newSampleData(
        values.stream().mapToDouble(Double::doubleValue).toArray(), rows.toArray(new double[0][]));
    double[] all = regression.estimateRegressionParameters();
    double[] uplifts = new double[campaigns.size()];
    for (int c = 0; c < uplifts.length; c++) {
      uplifts[c] = Math.exp(all[regions + c]) - 1;
    }
    return uplifts;
  }

  private double[] row(int region, int day) {
    int regions = table.regions().size();
    double[] row = new double[regions + campaigns.size()];
    row[region] = 1;
    for (int c = 0; c < campaigns.size(); c++) {
      row[regions + c] = campaigns.get(c).runs(table.regions().get(region), day) ? 1 : 0;
    }
    return row;
  }

  /** Sums what was sold in the steps that are kept, and what is usual in the same steps. */
  private void add(double[][] sales, boolean[][] leftOut, double[][] sold, double[][] usual) {
    for (int s = 0; s < sales.length; s++) {
      double[] mean = new double[HOURS];
      int[] count = new int[HOURS];
      for (int i = 0; i < table.count(); i++) {
        if (!leftOut[s][i]) {
          mean[table.hour(i)] += sales[s][i];
          count[table.hour(i)]++;
        }
      }
      int region = table.regions().indexOf(table.stores().get(s).region().orElseThrow());
      for (int i = 0; i < table.count(); i++) {
        int hour = table.hour(i);
        if (!leftOut[s][i] && table.day(i) < days) {
          sold[region][table.day(i)] += sales[s][i];
          usual[region][table.day(i)] += mean[hour] / count[hour];
        }
      }
    }
  }
}
