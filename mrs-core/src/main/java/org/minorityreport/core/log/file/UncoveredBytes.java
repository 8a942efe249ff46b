package org.minorityreport.core.log.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;

/**
 * Finds what tools that read {@code *.jsonl} take for rows and what belongs to no commit. Bytes
 * behind the last commit of a log are no fault, for a commit that is being written leaves them.
 */
final class UncoveredBytes {
  private static final String ROWS = ".jsonl";

  private final StoreFiles files;
  private final Map<Log<?>, List<String>> names = new LinkedHashMap<>();

  /**
   * Looks which files there are. This comes before the journal is read: then whatever a writer adds
   * meanwhile lies behind the commits that are known.
   */
  UncoveredBytes(StoreFiles files) throws IOException {
    this.files = files;
    for (Log<?> log : Logs.all()) {
      Path folder = files.logDirectory(log);
      if (files.disk().exists(folder)) {
        names.put(log, files.disk().list(folder).stream().filter(n -> n.endsWith(ROWS)).toList());
      }
    }
  }

  /** All of them, if the journal, whole and without damage, says what a history knows. */
  List<Finding> faults(CommitHistory history) throws IOException {
    List<Finding> faults = new ArrayList<>();
    for (Map.Entry<Log<?>, List<String>> folder : names.entrySet()) {
      for (String name : folder.getValue()) {
        check(history.of(folder.getKey()), name, faults);
      }
    }
    return faults;
  }

  private void check(LogHistory log, String name, List<Finding> faults) throws IOException {
    SlicePlace newest = log.last();
    int last = newest == null ? 0 : newest.segment();
    int segment = StoreFiles.segmentNumber(name);
    if (segment < 1) {
      String what = "the file is no segment, but is named like one; move it elsewhere";
      faults.add(Finding.beyond(name, log.log(), 0, what));
    } else if (segment > last) {
      if (!mayBeInProgress(log, segment, last)) {
        String what = "no commit can have left it, the last segment is number " + last;
        faults.add(Finding.beyond(name, log.log(), 0, what));
      }
    } else if (segment < last) {
      long covered = log.covered(segment);
      long beyond = files.size(files.segment(log.log(), segment)) - covered;
      if (beyond > 0) {
        faults.add(
            Finding.beyond(name, log.log(), covered, "no commit covers " + beyond + " bytes"));
      }
    }
  }

  /**
   * A commit has one slice of a log from each writer at most, each may need a segment of its own,
   * and they are filled in order. A file that was moved aside stays as an empty one.
   */
  private boolean mayBeInProgress(LogHistory log, int segment, int last) throws IOException {
    return isEmpty(log, segment)
        || segment == last + 1
        || (segment <= last + Writer.values().length && !isEmpty(log, segment - 1));
  }

  private boolean isEmpty(LogHistory log, int segment) throws IOException {
    return files.size(files.segment(log.log(), segment)) == 0;
  }
}
