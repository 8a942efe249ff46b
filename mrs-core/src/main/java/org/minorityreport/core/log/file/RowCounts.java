package org.minorityreport.core.log.file;

import java.util.HashMap;
import java.util.Map;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Log;

/** Rows per log and run, those of the commit being written included. One thread at a time. */
final class RowCounts {
  private final CommitHistory history;
  private final Map<LogOfRun, Long> added = new HashMap<>();

  RowCounts(CommitHistory history) {
    this.history = history;
  }

  long of(Log<?> log, RunId run) {
    Long known = added.get(new LogOfRun(log, run));
    return known == null ? history.of(log).count(run, Long.MAX_VALUE) : known;
  }

  void add(Slice slice) {
    slice.runs().forEach((run, span) -> added.put(new LogOfRun(slice.log(), run), span.last()));
  }

  private record LogOfRun(Log<?> log, RunId run) {}
}
