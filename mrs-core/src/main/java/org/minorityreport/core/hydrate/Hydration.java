package org.minorityreport.core.hydrate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
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
    this.store = store;
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
   * @throws org.minorityreport.api.error.LogStoreException if rows cannot be read; the next refresh
   *     then begins from the first row
   */
  public synchronized HydratedView refresh() {
    CommitPosition head = store.head();
    HydratedView known = newest;
    if (known != null && known.reports().refreshSeq().equals(head)) {
      return known;
    }
    RunView along = view == null ? new RunView(store, run, Optional.empty(), workers) : view;
    view = null; // what fails half-way is not gone on with
    HydratedView now = along.refresh(head);
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
    try (Workers workers = new Workers(threads)) {
      return new RunView(store, run, asOf.tick(), workers).refresh(upTo);
    }
  }

  /** Ends the threads. The logs stay open. */
  @Override
  public void close() {
    workers.close();
  }
}
