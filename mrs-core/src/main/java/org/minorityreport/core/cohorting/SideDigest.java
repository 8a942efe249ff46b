package org.minorityreport.core.cohorting;

import org.minorityreport.api.input.Store;
import org.minorityreport.api.model.CohortSide;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.core.model.InputDigest;

/** What a cohort model is given of one report, as part of a digest. */
final class SideDigest {
  private SideDigest() {}

  static void add(InputDigest digest, CohortSide side) {
    ReportAttributed report = side.report();
    digest
        .text(report.reportId().value())
        .text(report.direction().name())
        .time(report.windowStart())
        .text(report.windowEnd().map(Object::toString))
        .number(report.severityScore())
        .text(report.attributedSalesTotal().toPlainString())
        .text(report.baselineSalesTotal().toPlainString())
        .text(report.proposedCause())
        .text(report.proposedCauseCategory())
        .number(report.confidenceScore().orElse(-1))
        .text(side.causeWithoutPlace() ? "without place" : "with place");
    digest.texts(report.supportingEvidence().stream().map(SideDigest::text).toList());
    digest.text(side.clustered().flatMap(ReportClustered::clusterId));
    side.clustered().ifPresent(clustered -> clustered.featureVector().forEach(digest::number));
    Store store = side.store();
    digest
        .text(store.storeId().value())
        .text(store.retailer())
        .text(store.city())
        .text(store.region())
        .number(store.lat().orElse(Double.NaN))
        .number(store.lon().orElse(Double.NaN));
  }

  private static String text(Evidence evidence) {
    return evidence.kind().wireName()
        + ":"
        + evidence.ref()
        + " "
        + evidence.contentHash().orElse("");
  }
}
