package org.minorityreport.api.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.minorityreport.api.id.RunId;

/**
 * Keeps the rows of all logs. There is no way to change or remove one.
 *
 * <p>One writer at a time; any number of readers, on any thread, at any time, which neither wait
 * for the writer nor see part of a commit. Every read takes the position up to which it looks, so
 * that several reads see one state.
 */
public interface LogStore extends AutoCloseable {
  /**
   * Appends a commit, whole or not at all; durable when it returns.
   *
   * <p>Per row: if its key is not in the log, it gets version 1. If the newest version of its key
   * has equal content, it is a duplicate, dropped and counted. Otherwise it gets the newest version
   * plus 1. A commit of duplicates only makes no commit. Rows of one commit see those before them.
   *
   * @param commit the rows
   * @return where the store stands, and what became of the rows
   * @throws org.minorityreport.api.error.LogStoreException if a slice is of another writer than its
   *     log takes, if the guard fails, or if storage fails; nothing is appended then
   */
  AppendResult append(Commit commit);

  /**
   * Appends commits one after the other, as if each were handed to {@link #append}; a store may
   * wait for its disk once for all of them. All are durable when it returns.
   *
   * @param commits the commits, in their order
   * @return what became of each
   * @throws org.minorityreport.api.error.LogStoreException as {@link #append} does; the commits
   *     before the one that was refused are appended then. If storage fails, the first of them, or
   *     none, are appended
   */
  default List<AppendResult> appendAll(List<Commit> commits) {
    List<AppendResult> results = new ArrayList<>();
    commits.forEach(commit -> results.add(append(commit)));
    return List.copyOf(results);
  }

  /** {@return the position of the newest commit; {@link CommitPosition#START} of an empty store} */
  CommitPosition head();

  /**
   * When a commit physically arrived.
   *
   * @param position a commit
   * @return wall time, empty if there is no such commit
   */
  Optional<Instant> committedAt(CommitPosition position);

  /** {@return the runs that have rows, by name} */
  List<RunId> runs();

  /**
   * Reads the rows of a run in a log in commit order.
   *
   * @param log the log
   * @param run the line of work
   * @param after rows of this commit and of those before it are left out
   * @param to rows of later commits than this are left out
   * @param reader is given each row, on the calling thread; what it throws ends the reading
   */
  void read(
      Log<?> log,
      RunId run,
      CommitPosition after,
      CommitPosition to,
      Consumer<? super StoredRow> reader);

  /**
   * The newest versions of some keys.
   *
   * @param log the log
   * @param keys keys as {@link LogRow#key()}
   * @param asOf later commits are not looked at
   * @return key to newest version, retractions included; keys that are not there are absent
   */
  Map<String, StoredRow> latest(Log<?> log, Collection<String> keys, CommitPosition asOf);

  /**
   * Counts the rows of a run in a log.
   *
   * @param log the log
   * @param run the line of work
   * @param asOf later commits are not counted
   * @return rows, every version and retraction counted
   */
  long count(Log<?> log, RunId run, CommitPosition asOf);

  /** Releases what the store holds; a second call does nothing. */
  @Override
  void close();
}
