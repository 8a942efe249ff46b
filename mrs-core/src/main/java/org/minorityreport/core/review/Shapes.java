package org.minorityreport.core.review;

import static org.minorityreport.core.review.Fields.refuseUnless;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.review.LookAlike;
import org.minorityreport.api.review.Refusal;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.clustering.FeatureScales;
import org.minorityreport.core.clustering.FeatureVector;
import org.minorityreport.core.json.LogCodec;

/**
 * The newest feature vector of each report, on the common scale. Each row is read once; memory
 * grows with the number of reports. Thread-safe.
 */
final class Shapes {
  private final LogStore store;
  private final RunId run;
  private final Map<String, Shape> byReport = new HashMap<>();
  private CommitPosition readUpTo = CommitPosition.START;

  private record Shape(Instant tick, List<Double> features) {}

  Shapes(LogStore store, RunId run) {
    this.store = store;
    this.run = run;
  }

  /** Takes in what was clustered up to a commit. */
  synchronized void refresh(CommitPosition upTo) {
    if (upTo.compareTo(readUpTo) > 0) {
      store.read(Logs.REPORTS_CLUSTERED, run, readUpTo, upTo, this::add);
      readUpTo = upTo;
    }
  }

  private void add(StoredRow row) {
    if (row.isRetracted()) {
      return; // an earlier shape serves as well until the report has another
    }
    ReportClustered read = LogCodec.read(Logs.REPORTS_CLUSTERED, row);
    Shape known = byReport.get(read.reportId().value());
    boolean newer = known == null || !row.writtenAt().isBefore(known.tick());
    if (newer && read.featureVector().size() == FeatureVector.SIZE) {
      byReport.put(
          read.reportId().value(),
          new Shape(row.writtenAt(), FeatureScales.standardise(read.featureVector())));
    }
  }

  /** The reports nearest to one. */
  synchronized List<LookAlike> nearest(Target target, int most) {
    Rules.check(most >= 0, "most", most, "0 or more");
    refuseUnless(
        !target.isEvent(),
        Refusal.WRONG_KIND,
        target.id() + " is an event; ask for one of its reports");
    Shape of = byReport.get(target.id());
    refuseUnless(
        of != null, Refusal.NO_SHAPE, target.id() + " has no shape yet: it was not clustered");
    List<LookAlike> found = new ArrayList<>();
    for (MinorityReport report : target.view().reports().all()) {
      Shape other = byReport.get(report.reportId().value());
      boolean counts =
          other != null
              && !report.reportId().value().equals(target.id())
              && !report.reportStatus().equals("superseded");
      if (counts && of != null && other != null) {
        found.add(
            LookAlike.builder()
                .report(report)
                .distance(Num.round(distance(of.features(), other.features())))
                .build());
      }
    }
    found.sort(
        Comparator.comparingDouble(LookAlike::distance)
            .thenComparing(alike -> alike.report().reportId()));
    return List.copyOf(found.subList(0, Math.min(most, found.size())));
  }

  private static double distance(List<Double> one, List<Double> other) {
    double sum = 0;
    for (int i = 0; i < one.size(); i++) {
      double gap = one.get(i) - other.get(i);
      sum += gap * gap;
    }
    return StrictMath.sqrt(sum);
  }
}
