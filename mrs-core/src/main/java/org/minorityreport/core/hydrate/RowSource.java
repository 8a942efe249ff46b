package org.minorityreport.core.hydrate;

import java.util.List;
import java.util.function.Consumer;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.core.inheritance.InheritedDecisions;
import org.minorityreport.core.log.file.DirectoryLogStore;
import org.minorityreport.core.log.file.RowAddress;

/** Where a view gets rows from. Thread-safe. */
interface RowSource {
  /**
   * Passes by the rows of a run in a log.
   *
   * @param log the log
   * @param run the line of work
   * @param after rows of this commit and of those before it are left out
   * @param upTo rows of later commits are left out
   * @param eye is given each row, in the order of commits; the same object each time
   */
  void look(
      Log<?> log,
      RunId run,
      CommitPosition after,
      CommitPosition upTo,
      Consumer<? super SeenRow> eye);

  /** {@return what was passed by unread because it is damaged, each place named; sorted} */
  List<String> unreadable();

  /** {@return a new reader of single rows} */
  Rows rows();

  /** The source that suits a store. */
  static RowSource of(LogStore store) {
    if (store instanceof InheritedDecisions inheriting) {
      return new InheritingSource(of(inheriting.store()), new WholeRowSource(store));
    }
    return store instanceof DirectoryLogStore directory
        ? new SliceSource(directory)
        : new WholeRowSource(store);
  }

  /** Reads single rows again. One thread at a time. */
  interface Rows extends AutoCloseable {
    byte[] json(Log<?> log, RowAddress at);

    @Override
    void close();
  }
}
