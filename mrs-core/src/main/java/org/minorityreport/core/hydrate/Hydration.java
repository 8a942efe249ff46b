package org.minorityreport.core.hydrate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.core.inheritance.InheritedDecisions;
import org.minorityreport.core.tag.Tags;
import org.minorityreport.core.work.Workers;

/**
 * Hydrates reports and events from logs, and from nothing else: {@link #hydrate} once, as of any
 * moment, or an object of this class along with the logs, where each {@link #refresh()} costs what
 * the new rows cost. Thread-safe.
 */
public final class Hydration implements AutoCloseable {
  private final LogStore store;
  private final RunId run;
  private final Workers workers;
  private @Nullable RunView view;
  private @Nullable HydratedView newest;

  private Hydration(LogStore store, RunId run, int threads) {
    this.store = InheritedDecisions.of(store, run);
    this.run = run;
    this.workers = new Workers(threads);
  }

  /**
   * A view that goes along with the logs.
   *
   * @param store the logs, which stay the caller's
   * @param run the line of work
   * @param threads how many logs or reports are looked at side by side, 1 or more
   * @return the view, which has seen nothing yet
   */
  public static Hydration along(LogStore store, RunId run, int threads) {
    return new Hydration(store, run, threads);
  }

  /**
   * The reports and events as they stand after the newest commit. What was found damaged is not
   * looked at again: after a file was restored, take a new object.
   *
   * @return the view; the same as before if nothing was appended
   * @throws LogStoreException if rows cannot be read; the next refresh then begins from the first
   *     row
   */
  public synchronized HydratedView refresh() {
    return refresh(store.head());
  }

  /**
   * The reports and events as they stood after a commit. A view goes forward only: to see an
   * earlier commit than the one that was seen last, take {@link #hydrate(LogStore, RunId, AsOf)}.
   *
   * @param upTo a commit, not before the one that this object saw last
   * @return the view
   * @throws UsageException if the view is past that commit
   * @throws LogStoreException as {@link #refresh()} does
   */
  public synchronized HydratedView refresh(CommitPosition upTo) {
    CommitPosition head = upTo;
    RunView past = view;
    if (past != null && past.seen().compareTo(upTo) > 0) {
      throw new UsageException(
          "the view is at position " + past.seen() + ", after position " + upTo);
    }
    HydratedView known = newest;
    if (known != null && known.reports().refreshSeq().equals(head)) {
      return known;
    }
    RunView along = view;
    view = null; // what fails half-way is not gone on with
    if (along == null) {
      along = begun(store, run, head, workers);
    } else {
      along.refresh(head);
    }
    HydratedView now = along.view();
    newest = now;
    view = along;
    return now;
  }

  /**
   * The reports and events of a run, as they were at some moment. A run without rows gives an empty
   * view.
   *
   * @param store the logs
   * @param run the line of work
   * @param asOf what was known, and about which ticks
   * @return the view
   * @throws UsageException if the run has no such tag, or the position lies after the newest commit
   */
  public static HydratedView hydrate(LogStore store, RunId run, AsOf asOf) {
    return hydrate(store, run, asOf, Runtime.getRuntime().availableProcessors());
  }

  /**
   * The reports and events of a run, as they were at some moment.
   *
   * @param store the logs
   * @param run the line of work
   * @param asOf what was known, and about which ticks
   * @param threads how many logs or reports are looked at side by side, 1 or more
   * @return the view
   * @throws UsageException if the run has no such tag, or the position lies after the newest commit
   */
  public static HydratedView hydrate(LogStore store, RunId run, AsOf asOf, int threads) {
    CommitPosition upTo = new Tags(store, run).position(asOf);
    LogStore logs = InheritedDecisions.of(store, run);
    try (Workers workers = new Workers(threads)) {
      if (asOf.tick().isEmpty()) {
        return begun(logs, run, upTo, workers).view();
      }
      RunView view = new RunView(logs, run, asOf.tick(), workers);
      view.refresh(upTo);
      return view.view();
    }
  }

  /** A view of all ticks that goes on from a snapshot, or begins at the first row. */
  private static RunView begun(LogStore store, RunId run, CommitPosition upTo, Workers workers) {
    RunView kept = new RunView(store, run, Optional.empty(), workers);
    try {
      if (ViewSnapshot.goOn(kept, store, run, upTo)) {
        kept.refresh(upTo);
        return kept;
      }
    } catch (LogStoreException e) {
      // a row that the snapshot knows of is damaged by now: who looks at all rows passes it by
    }
    RunView all = new RunView(store, run, Optional.empty(), workers);
    all.refresh(upTo);
    return all;
  }

  /**
   * Keeps a snapshot of the newest view in the cache of the store, if that is a directory of files
   * that is open for writing: the next process then goes on from there instead of from the first
   * row. Costs what writing all reports and events costs.
   *
   * @return whether it was kept; if not, that costs time and nothing else
   */
  public synchronized boolean keepSnapshot() {
    RunView along = view;
    return along != null && ViewSnapshot.keep(along, store, run);
  }

  /** Ends the threads. The logs stay open. */
  @Override
  public void close() {
    workers.close();
  }
}
