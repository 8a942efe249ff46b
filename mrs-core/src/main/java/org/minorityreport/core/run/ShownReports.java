package org.minorityreport.core.run;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.hydrate.HydratedView;
import org.minorityreport.core.hydrate.Hydration;

/**
 * Reports and events as people saw them after a commit. Goes along with the commits that are asked
 * about, and begins when one is. One thread.
 */
final class ShownReports implements AutoCloseable {
  private final LogStore store;
  private final RunId run;
  private final Hydration along;
  private CommitPosition seen = CommitPosition.START;
  private @Nullable HydratedView earlier;
  private CommitPosition earlierAt = CommitPosition.START;

  ShownReports(LogStore store, RunId run) {
    this.store = store;
    this.run = run;
    this.along = Hydration.along(store, run, 1);
  }

  /** {@return the view after a commit} */
  HydratedView at(CommitPosition commit) {
    if (commit.compareTo(seen) >= 0) {
      seen = commit;
      return along.refresh(commit);
    }
    HydratedView known = earlier;
    if (known == null || !earlierAt.equals(commit)) {
      known = Hydration.hydrate(store, run, AsOf.atPosition(commit), 1);
      earlier = known;
      earlierAt = commit;
    }
    return known;
  }

  /** {@return a report as it was shown after a commit; empty if there was no such report} */
  Optional<MinorityReport> report(String id, CommitPosition commit) {
    try {
      return Optional.of(at(commit).reports().get(id));
    } catch (UsageException e) {
      return Optional.empty();
    }
  }

  /** {@return an event as it was shown after a commit; empty if there was no such event} */
  Optional<MinorityEvent> event(String id, CommitPosition commit) {
    try {
      return Optional.of(at(commit).events().get(id));
    } catch (UsageException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    along.close();
  }
}
