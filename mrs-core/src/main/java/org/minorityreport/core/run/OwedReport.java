package org.minorityreport.core.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportCohorted;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.stage.ReportInput;
import org.minorityreport.core.model.DegradationCodes;

/**
 * A report of which some stage has no complete row for its newest row of detection: it is given to
 * that stage and to those after it until they have (spec 8.1). Immutable.
 *
 * @param report its newest row of detection
 * @param store where
 * @param input what stages need beside it; empty where it cannot be made again from the present
 *     data, so that the report has to wait
 * @param clustered its newest row of clustering since then
 * @param attributed its newest row of attribution since then
 * @param joined whether cohorting has a complete row since then
 * @param placed whether it is in an event
 */
record OwedReport(
    ReportDetected report,
    Store store,
    Supplier<Optional<ReportInput>> input,
    Optional<ReportClustered> clustered,
    Optional<ReportAttributed> attributed,
    boolean joined,
    boolean placed) {
  private static final List<String> OF_CLUSTERING =
      List.of(DegradationCodes.CLUSTERING_DOWN, DegradationCodes.fallback(ModelRole.CLUSTER));
  private static final List<String> OF_ATTRIBUTION =
      List.of(DegradationCodes.ATTRIBUTION_DOWN, DegradationCodes.fallback(ModelRole.ATTRIBUTION));
  private static final List<String> OF_COHORTING =
      List.of(DegradationCodes.COHORTING_DOWN, DegradationCodes.fallback(ModelRole.COHORT));

  /**
   * A report as a tick detected it.
   *
   * @param placed whether it is in an event
   */
  static OwedReport of(ReportInput now, boolean placed) {
    return new OwedReport(
        now.report(),
        now.store(),
        () -> Optional.of(now),
        Optional.empty(),
        Optional.empty(),
        false,
        placed);
  }

  /** {@return whether any stage still owes a row} */
  boolean isOwed() {
    return owesClustering() || owesAttribution(true, true) || !joined;
  }

  boolean owesClustering() {
    return clustered.filter(row -> lacks(row, OF_CLUSTERING)).isEmpty();
  }

  /** Whether attribution can say more; what a source lacked only once it is there again. */
  boolean owesAttribution(boolean campaigns, boolean contextEvents) {
    return attributed.filter(row -> lacks(row, OF_ATTRIBUTION)).isEmpty()
        || (campaigns && has(DegradationCodes.CAMPAIGNS_MISSING))
        || (contextEvents && has(DegradationCodes.CONTEXT_MISSING));
  }

  OwedReport with(ReportClustered row) {
    return new OwedReport(report, store, input, Optional.of(row), attributed, false, placed);
  }

  OwedReport with(ReportAttributed row) {
    return new OwedReport(report, store, input, clustered, Optional.of(row), false, placed);
  }

  OwedReport with(ReportCohorted row) {
    return new OwedReport(report, store, input, clustered, attributed, isJoined(row), true);
  }

  /** The same, of which nothing more can be said about its event: that is over and let go. */
  OwedReport settled() {
    return new OwedReport(report, store, input, clustered, attributed, true, true);
  }

  /** Whether a row of cohorting lacks nothing. */
  static boolean isJoined(ReportCohorted row) {
    return lacks(row, OF_COHORTING);
  }

  private boolean has(String code) {
    return attributed.filter(row -> row.degradedReasons().contains(code)).isPresent();
  }

  private static boolean lacks(ReportSpine row, List<String> codes) {
    return row.degradedReasons().stream().noneMatch(codes::contains);
  }
}
