package org.minorityreport.testkit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AppendResult;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.StoredRow;

/** A store that shows other rows than it keeps, and takes none. */
record AlteredStore(LogStore kept, UnaryOperator<StoredRow> shown) implements LogStore {
  @Override
  public AppendResult append(Commit commit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CommitPosition head() {
    return kept.head();
  }

  @Override
  public Optional<Instant> committedAt(CommitPosition position) {
    return kept.committedAt(position);
  }

  @Override
  public List<RunId> runs() {
    return kept.runs();
  }

  @Override
  public void read(
      Log<?> log,
      RunId run,
      CommitPosition after,
      CommitPosition to,
      Consumer<? super StoredRow> reader) {
    kept.read(log, run, after, to, row -> reader.accept(shown.apply(row)));
  }

  @Override
  public Map<String, StoredRow> latest(Log<?> log, Collection<String> keys, CommitPosition asOf) {
    return kept.latest(log, keys, asOf);
  }

  @Override
  public long count(Log<?> log, RunId run, CommitPosition asOf) {
    return kept.count(log, run, asOf);
  }

  @Override
  public void close() {
    kept.close();
  }
}
