package org.minorityreport.core.hydrate;

import java.time.Instant;
import java.util.Optional;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;

/** Hydrates reports and events from logs, and from nothing else. */
public final class Hydration {
  private Hydration() {}

  /**
   * The reports and events of a run, as they were at some moment.
   *
   * <p>There are two axes: the position is what was known, the tick what it was known about. A run
   * without rows gives an empty view.
   *
   * @param store the logs
   * @param run the line of work
   * @param upTo rows of later commits are not looked at
   * @param tick if given, rows of later ticks are not looked at
   * @return the view
   * @throws UsageException if the position lies after the newest commit
   */
  public static HydratedView hydrate(
      LogStore store, RunId run, CommitPosition upTo, Optional<Instant> tick) {
    CommitPosition head = store.head();
    if (upTo.compareTo(head) > 0) {
      throw new UsageException(
          "position " + upTo + " is not there yet: the newest commit is at " + head);
    }
    RunHistory history = new RunHistory();
    history.read(store, run, CommitPosition.START, upTo, tick);
    return new RunProjection(history, run).project(upTo);
  }
}
