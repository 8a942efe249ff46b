package org.minorityreport.core.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.minorityreport.api.model.ReportSlice;
import org.minorityreport.api.model.SkuSlice;
import org.minorityreport.api.record.BaselinePrediction;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.series.UnitsColumn;

/** What was sold and expected during a closed report, as the baseline log has it. */
public final class LoggedSlice {
  private LoggedSlice() {}

  /**
   * The slice of a closed report: as the tick that closed it had it, or as corrections left it.
   *
   * @param report the report
   * @param rows rows of the baseline log about its series that cover its window, in any order;
   *     those about others are left out
   * @param cadence length of a step
   * @return the slice
   */
  public static ReportSlice of(
      ReportSpine report, Collection<BaselinePrediction> rows, Cadence cadence) {
    Instant end = cadence.plus(report.firstDetectedFrom(), 1);
    for (ReportMember member : report.members()) {
      Instant last = member.windowEnd().orElse(cadence.floor(report.writtenAt()));
      if (member.direction() == report.direction() && last.isAfter(end)) {
        end = last;
      }
    }
    Steps steps = Steps.between(report.firstDetectedFrom(), end, cadence);
    List<SkuSlice> skus = new ArrayList<>();
    for (ReportMember member : report.members()) {
      long[] actual = new long[steps.count()];
      long[] expected = new long[steps.count()];
      Arrays.fill(actual, SalesSeries.UNKNOWN);
      Arrays.fill(expected, SalesSeries.UNKNOWN);
      for (BaselinePrediction row : rows) {
        if (row.storeId().equals(report.storeId()) && row.sku().equals(member.sku())) {
          copy(row, steps, actual, expected);
        }
      }
      skus.add(
          SkuSlice.builder()
              .sku(member.sku())
              .direction(member.direction())
              .actual(UnitsColumn.of(actual))
              .expected(UnitsColumn.of(expected))
              .build());
    }
    return ReportSlice.builder().steps(steps).skus(skus).build();
  }

  private static void copy(BaselinePrediction row, Steps steps, long[] actual, long[] expected) {
    Steps of = Steps.of(row.firstStep(), row.cadence(), row.actualUnits().size());
    for (int i = 0; i < of.count(); i++) {
      int at = steps.indexOf(of.timeAt(i));
      if (at >= 0 && at < steps.count()) {
        actual[at] = row.actualUnits().thousandthsAt(i);
        expected[at] = row.expectedUnits().thousandthsAt(i);
      }
    }
  }
}
