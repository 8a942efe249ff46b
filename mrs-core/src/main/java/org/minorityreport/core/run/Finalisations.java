package org.minorityreport.core.run;

import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;

/**
 * Feeds finalisation after ticks and acts: takes commits one at a time, in their order, however
 * many are new, and appends the rows of each as a commit of its own. What it knows is made again
 * from the logs when a process starts: it goes through them from the first commit, and an outcome
 * whose row is there is not written again, so that a process that ended before its rows were
 * written owes exactly those. As long as nobody did anything, nothing is read. Thread-safe.
 */
final class Finalisations implements AutoCloseable {
  private final LogStore store;
  private final RunId run;
  private final Retrying sinks;
  private @Nullable FinalisedCommits commits;

  Finalisations(LogStore store, RunId run, Retrying sinks) {
    this.store = store;
    this.run = run;
    this.sinks = sinks;
  }

  /** Takes in what is new. */
  synchronized void run() {
    FinalisedCommits known = commits;
    commits = null; // what fails half-way is not gone on with
    if (known == null) {
      CommitPosition head = store.head();
      if (store.count(Logs.USER_EDITS, run, head) == 0
          && store.count(Logs.USER_EVENT_EDITS, run, head) == 0) {
        return;
      }
      known = new FinalisedCommits(store, run, sinks);
    }
    boolean done = false;
    try {
      known.run();
      done = true;
    } finally {
      if (!done) {
        known.close();
      }
    }
    commits = known;
  }

  @Override
  public synchronized void close() {
    if (commits != null) {
      commits.close();
      commits = null;
    }
  }
}
