package org.minorityreport.core.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.value.Cut;

/** Says what a commit position is in rows of a run, which mean the same in every store. */
public final class Cuts {
  private static final List<Log<?>> HYDRATED =
      List.of(
          Logs.STORES,
          Logs.STAGE_RUNS,
          Logs.REPORTS_DETECTED,
          Logs.REPORTS_ENDED,
          Logs.REPORTS_CLUSTERED,
          Logs.REPORTS_ATTRIBUTED,
          Logs.REPORTS_COHORTED,
          Logs.EVENTS,
          Logs.USER_EDITS,
          Logs.USER_EVENT_EDITS,
          Logs.REPORTS_FINALISED,
          Logs.REREVIEW_WORKLIST,
          Logs.REPORTS_RECLUSTERED,
          Logs.REPORTS_REATTRIBUTED);

  private Cuts() {}

  /**
   * The cut of a view: the rows of the logs that hydration reads; logs without rows are left out.
   *
   * @param store the logs
   * @param run the line of work
   * @param position the commit up to which the view was hydrated
   * @return the cut
   */
  public static Cut at(LogStore store, RunId run, CommitPosition position) {
    return of(store, run, position, HYDRATED);
  }

  /**
   * The same with the context events of people, which an act on one of them changes.
   *
   * @param store the logs
   * @param run the line of work
   * @param position the commit up to which the actor looked
   * @return the cut
   */
  public static Cut withContext(LogStore store, RunId run, CommitPosition position) {
    List<Log<?>> logs = new ArrayList<>(HYDRATED);
    logs.add(Logs.CONTEXT_RECORDED);
    return of(store, run, position, logs);
  }

  private static Cut of(LogStore store, RunId run, CommitPosition position, List<Log<?>> logs) {
    Map<String, Long> rows = new TreeMap<>();
    for (Log<?> log : logs) {
      long count = store.count(log, run, position);
      if (count > 0) {
        rows.put(log.wireName(), count);
      }
    }
    return Cut.of(rows);
  }
}
