package org.minorityreport.examples.benchmarks.child;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.examples.benchmarks.candidate.Candidate;
import org.minorityreport.examples.benchmarks.workload.ReportTicks;

/**
 * Gives a candidate its rows, commit by commit; the clocks run only while it commits. One is that
 * of the wall, the other counts the time of all processors that this process used.
 */
final class TimedRound {
  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final ReportTicks ticks;
  private final long commits;
  private long makeNanos;
  private long commitNanos;
  private long processorNanos;

  TimedRound(ReportTicks ticks, long commits) {
    this.ticks = ticks;
    this.commits = commits;
  }

  /**
   * Runs all commits.
   *
   * @param candidate takes the rows
   * @param areNew whether the candidate must find all rows new, or all of them known
   */
  void run(Candidate candidate, boolean areNew) throws Exception {
    for (long tick = 0; tick < commits; tick++) {
      long start = System.nanoTime();
      List<ReportDetected> rows = ticks.rows(tick);
      candidate.prepare(rows);
      long processorsBefore = system.getProcessCpuTime();
      long ready = System.nanoTime();
      int added = candidate.commit();
      commitNanos += System.nanoTime() - ready;
      processorNanos += system.getProcessCpuTime() - processorsBefore;
      makeNanos += ready - start;
      if (added != (areNew ? rows.size() : 0)) {
        throw new IllegalStateException(
            "commit " + tick + " added " + added + " of " + rows.size() + " rows");
      }
    }
  }

  Figures figures(long bytes) {
    return new Figures(
        Map.of(
            "rows",
            commits * ticks.rowsPerTick(),
            "bytes",
            bytes,
            "seconds",
            commitNanos / 1e9,
            "processor_seconds",
            processorNanos / 1e9,
            "make_seconds",
            makeNanos / 1e9));
  }
}
