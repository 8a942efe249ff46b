package org.minorityreport.core.rereview;

import java.time.Instant;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.record.RereviewTrigger;

/**
 * A report that is to be looked at again. Immutable.
 *
 * @param report the report
 * @param round the number of the round, 1 or more
 * @param trigger why
 * @param at when that happened
 */
public record Pick(ReportId report, int round, RereviewTrigger trigger, Instant at) {}
