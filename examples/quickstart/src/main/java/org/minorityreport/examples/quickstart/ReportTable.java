package org.minorityreport.examples.quickstart;

import static org.minorityreport.examples.quickstart.TableColumns.left;
import static org.minorityreport.examples.quickstart.TableColumns.right;

import java.util.List;
import org.minorityreport.api.view.MinorityReport;

/** The table of the reports of one event. Immutable. */
final class ReportTable {
  private static final int ID = 15;
  private static final int PLACE = 16;
  private static final int TIME = 16;
  private static final int SEVERITY = 8;
  private static final int CAUSE = 29;
  private static final int STATUS = 19;

  private final Cells cells;

  ReportTable(Cells cells) {
    this.cells = cells;
  }

  String of(List<MinorityReport> reports) {
    return TableColumns.table(
        reports,
        List.of(
            left("report\nstore", ID, this::idAndStore),
            left("sku\nplace", PLACE, this::skuAndPlace),
            left(
                "onset\nend",
                TIME,
                r -> cells.time(r.firstDetectedFrom()) + "\n" + cells.end(r.windowEnd())),
            right("severity\nuplift", SEVERITY, ReportTable::severityAndUplift),
            left("cause\nconfidence", CAUSE, this::causeAndConfidence),
            left("status", STATUS, ReportTable::status)));
  }

  private String idAndStore(MinorityReport report) {
    return report.reportId().abbreviated() + "\n" + cells.shorten(report.storeId().value(), ID);
  }

  private String skuAndPlace(MinorityReport report) {
    return cells.shorten(report.sku().value(), PLACE)
        + "\n"
        + cells.shorten(Cells.orNothing(report.city().or(report::region)), PLACE);
  }

  private static String severityAndUplift(MinorityReport report) {
    return Cells.share(report.severityScore())
        + "\n"
        + Cells.uplift(report.attributedSalesTotal(), report.baselineSalesTotal());
  }

  private String causeAndConfidence(MinorityReport report) {
    return cells.shorten(Cells.orNothing(report.proposedCause()), CAUSE)
        + "\n"
        + Cells.confidence(report.confidenceScore());
  }

  /** The degraded form is long; its reason goes to the second line. */
  private static String status(MinorityReport report) {
    return report.reportStatus().replace("_degraded_", "_degraded_\n");
  }
}
