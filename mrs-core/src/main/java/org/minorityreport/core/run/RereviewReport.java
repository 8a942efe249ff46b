package org.minorityreport.core.run;

import java.util.List;
import java.util.Objects;
import org.minorityreport.api.id.ReportId;

/**
 * What became of looking at reports again. Immutable.
 *
 * @param isHealthy whether health was good enough to do so; else nothing was appended
 * @param queued the reports that were put on the list now
 * @param looked the reports of which new outputs are there, in the order in which they were taken
 * @param left how many more there are: beyond the cap, or without outputs as the model failed
 */
public record RereviewReport(
    boolean isHealthy, List<ReportId> queued, List<ReportId> looked, int left) {
  /** Makes the lists unmodifiable. */
  public RereviewReport {
    queued = List.copyOf(Objects.requireNonNull(queued, "queued"));
    looked = List.copyOf(Objects.requireNonNull(looked, "looked"));
  }
}
