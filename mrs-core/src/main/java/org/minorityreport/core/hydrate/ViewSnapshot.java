package org.minorityreport.core.hydrate;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.core.identity.Digests;
import org.minorityreport.core.log.file.DirectoryLogStore;
import org.minorityreport.core.log.file.Kept;
import org.minorityreport.core.snapshot.Snapshot;
import org.minorityreport.core.snapshot.SnapshotWriter;

/**
 * The snapshot of the view of a run, in the cache of a store. It counts only as long as it is sound
 * and the journal tells of the commits that it was made of; without it a view begins at the first
 * row.
 */
final class ViewSnapshot {
  private ViewSnapshot() {}

  /**
   * Has a new view go on from the snapshot.
   *
   * @param view a view that has seen nothing yet
   * @param store the logs
   * @param run the line of work
   * @param upTo a snapshot of later commits is not looked at
   * @return whether there is a snapshot that the view could go on from
   */
  static boolean goOn(RunView view, LogStore store, RunId run, CommitPosition upTo) {
    Optional<Kept> kept =
        store instanceof DirectoryLogStore directory
            ? directory.kept(name(run)).filter(found -> found.upTo().compareTo(upTo) <= 0)
            : Optional.empty();
    Optional<Snapshot> snapshot =
        kept.flatMap(found -> Snapshot.of(found.content(), KeptParts.FORM));
    snapshot.ifPresent(found -> view.goOnFrom(found, kept.orElseThrow().upTo()));
    return snapshot.isPresent();
  }

  /** Keeps a view, if it is not there already; {@return whether it is there now} */
  static boolean keep(RunView view, LogStore store, RunId run) {
    return view.isWhole()
        && store instanceof DirectoryLogStore directory
        && (isThere(view.seen(), directory, run)
            || directory.keep(
                name(run), view.seen(), out -> view.keep(new SnapshotWriter(out, KeptParts.FORM))));
  }

  private static boolean isThere(CommitPosition upTo, DirectoryLogStore directory, RunId run) {
    return directory
        .kept(name(run))
        .filter(kept -> kept.upTo().equals(upTo))
        .flatMap(kept -> Snapshot.of(kept.content(), KeptParts.FORM))
        .isPresent();
  }

  /** Runs may be called anything, files not. */
  private static String name(RunId run) {
    byte[] id = run.value().getBytes(StandardCharsets.UTF_8);
    return "view-" + Digests.sha256Hex(id).substring(0, 32);
  }
}
