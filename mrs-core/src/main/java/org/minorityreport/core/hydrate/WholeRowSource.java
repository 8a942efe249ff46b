package org.minorityreport.core.hydrate;

import java.util.List;
import java.util.function.Consumer;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.core.log.file.RowAddress;

/** Any store: it gives rows whole, and those that a view keeps are held. */
final class WholeRowSource implements RowSource {
  private final LogStore store;

  WholeRowSource(LogStore store) {
    this.store = store;
  }

  @Override
  public void look(
      Log<?> log,
      RunId run,
      CommitPosition after,
      CommitPosition upTo,
      Consumer<? super SeenRow> eye) {
    SeenRow seen = new SeenRow(log);
    store.read(
        log,
        run,
        after,
        upTo,
        row -> {
          seen.headOf(row);
          seen.whole = row;
          eye.accept(seen);
        });
  }

  @Override
  public List<String> unreadable() {
    return List.of();
  }

  @Override
  public Rows rows() {
    return new Rows() {
      @Override
      public byte[] json(Log<?> log, RowAddress at) {
        throw new IllegalStateException("rows of " + log + " are held");
      }

      @Override
      public void close() {
        // nothing is open
      }
    };
  }
}
