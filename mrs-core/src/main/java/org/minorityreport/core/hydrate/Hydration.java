package org.minorityreport.core.hydrate;

import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.core.tag.Tags;
import org.minorityreport.core.work.Workers;

/** Hydrates reports and events from logs, and from nothing else. */
public final class Hydration {
  private Hydration() {}

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
    CommitPosition upTo = new Tags(store, run).position(asOf);
    try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
      return new RunView(store, run, asOf.tick(), workers).refresh(upTo);
    }
  }
}
