package org.minorityreport.examples.quickstart;

import java.nio.file.Path;
import org.minorityreport.api.view.MinorityEvents;
import org.minorityreport.api.view.MinorityReports;

/**
 * What a run found. Immutable.
 *
 * @param history what it went through
 * @param ticks how many ticks it took
 * @param seconds how long that took
 * @param threads how many stores were looked at side by side
 * @param events the events
 * @param reports the reports
 * @param logs where the logs lie
 * @param rows how many rows they have
 */
record Outcome(
    History history,
    int ticks,
    double seconds,
    int threads,
    MinorityEvents events,
    MinorityReports reports,
    Path logs,
    long rows) {}
