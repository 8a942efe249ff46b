package org.minorityreport.core.hydrate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AppendResult;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.StoredRow;

/** A store that shows some rows of another, newest first or as they are. */
record FilteredStore(LogStore all, Predicate<StoredRow> shown, boolean reversed)
    implements LogStore {

  @Override
  public void read(
      Log<?> log,
      RunId run,
      CommitPosition after,
      CommitPosition to,
      Consumer<? super StoredRow> reader) {
    List<StoredRow> rows = new ArrayList<>();
    all.read(log, run, after, to, rows::add);
    rows.removeIf(shown.negate());
    if (reversed) {
      Collections.reverse(rows);
    }
    rows.forEach(reader);
  }

  @Override
  public AppendResult append(Commit commit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CommitPosition head() {
    return all.head();
  }

  @Override
  public Optional<Instant> committedAt(CommitPosition position) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<RunId> runs() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<String, StoredRow> latest(Log<?> log, Collection<String> keys, CommitPosition asOf) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long count(Log<?> log, RunId run, CommitPosition asOf) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
