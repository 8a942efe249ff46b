package org.minorityreport.core.hydrate;

import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportCohorted;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportEnded;

/**
 * The rows about one report: all of them, or those that can matter.
 *
 * @param detected MRDL
 * @param ended MEEL
 * @param clustered MRCL
 * @param attributed MRPAL
 * @param cohorted MRCH
 * @param review what people, finalisation and re-review say
 */
record ReportHistory(
    History<ReportDetected> detected,
    History<ReportEnded> ended,
    History<ReportClustered> clustered,
    History<ReportAttributed> attributed,
    History<ReportCohorted> cohorted,
    ReviewRows review) {}
