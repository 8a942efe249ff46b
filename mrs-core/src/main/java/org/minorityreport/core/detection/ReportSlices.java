package org.minorityreport.core.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.model.ReportSlice;
import org.minorityreport.api.model.SkuSlice;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Expectations;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.series.UnitsColumn;
import org.minorityreport.api.stage.ClosedMember;

/**
 * Cuts what was sold and expected during a report, for the stages after detection: from the onset
 * to the latest end of the members of the report's direction.
 */
final class ReportSlices {
  private final SortedMap<Sku, SeriesOutcome> bySku = new TreeMap<>();

  ReportSlices(List<SeriesOutcome> outcomes) {
    outcomes.forEach(o -> bySku.put(o.sku(), o));
  }

  ReportSlice of(ReportDetected report, List<Member> now, List<ClosedMember> before) {
    Cadence cadence = bySku.values().iterator().next().said().steps().cadence();
    Instant end = cadence.plus(report.firstDetectedFrom(), 1);
    for (Member member : now) {
      if (member.direction() == report.direction()) {
        end = later(end, cadence.plus(member.lastDeviating(), 1));
      }
    }
    for (ClosedMember member : before) {
      if (member.member().direction() == report.direction()) {
        end = later(end, cadence.plus(member.lastDeviating(), 1));
      }
    }
    Steps steps = Steps.between(report.firstDetectedFrom(), end, cadence);
    List<SkuSlice> skus = new ArrayList<>();
    for (ReportMember member : report.members()) {
      SeriesOutcome outcome = bySku.get(member.sku());
      if (outcome != null) {
        skus.add(slice(member, outcome, steps));
      }
    }
    return ReportSlice.builder().steps(steps).skus(skus).build();
  }

  private static SkuSlice slice(ReportMember member, SeriesOutcome outcome, Steps steps) {
    SalesSeries series = outcome.input().series();
    Expectations said = outcome.said();
    long[] actual = new long[steps.count()];
    long[] expected = new long[steps.count()];
    for (int i = 0; i < steps.count(); i++) {
      int at = series.steps().indexOf(steps.timeAt(i));
      actual[i] = at >= 0 && at < series.size() ? series.thousandthsAt(at) : SalesSeries.UNKNOWN;
      int of = said.steps().indexOf(steps.timeAt(i));
      expected[i] =
          of >= 0 && of < said.steps().count() ? said.thousandthsAt(of) : SalesSeries.UNKNOWN;
    }
    return SkuSlice.builder()
        .sku(member.sku())
        .direction(member.direction())
        .actual(UnitsColumn.of(actual))
        .expected(UnitsColumn.of(expected))
        .build();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
