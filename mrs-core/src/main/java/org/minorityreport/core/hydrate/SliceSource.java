package org.minorityreport.core.hydrate;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.core.log.file.DirectoryLogStore;
import org.minorityreport.core.log.file.RowAddress;
import org.minorityreport.core.log.file.RowReader;

/**
 * A directory of files: rows are looked at where they stand, and only those that count are read.
 */
final class SliceSource implements RowSource {
  private final DirectoryLogStore store;
  private final Set<String> damages = new ConcurrentSkipListSet<>();

  SliceSource(DirectoryLogStore store) {
    this.store = store;
  }

  @Override
  public void look(
      Log<?> log,
      RunId run,
      CommitPosition after,
      CommitPosition upTo,
      Consumer<? super SeenRow> eye) {
    SliceHeads heads = new SliceHeads(log, run, eye);
    store.readSlices(log, run, after, upTo, heads::walk, damage -> damages.add(damage.toString()));
  }

  @Override
  public List<String> unreadable() {
    return List.copyOf(damages);
  }

  @Override
  public Rows rows() {
    RowReader reader = store.rowReader();
    return new Rows() {
      @Override
      public byte[] json(Log<?> log, RowAddress at) {
        return reader.read(log, at);
      }

      @Override
      public void close() {
        reader.close();
      }
    };
  }
}
