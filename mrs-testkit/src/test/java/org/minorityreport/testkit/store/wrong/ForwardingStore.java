package org.minorityreport.testkit.store.wrong;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AppendResult;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.StoredRow;

/** Hands everything on to another store. */
class ForwardingStore implements LogStore {
  private final LogStore store;

  ForwardingStore(LogStore store) {
    this.store = store;
  }

  @Override
  public AppendResult append(Commit commit) {
    return store.append(commit);
  }

  @Override
  public CommitPosition head() {
    return store.head();
  }

  @Override
  public Optional<Instant> committedAt(CommitPosition position) {
    return store.committedAt(position);
  }

  @Override
  public List<RunId> runs() {
    return store.runs();
  }

  @Override
  public void read(
      Log<?> log,
      RunId run,
      CommitPosition after,
      CommitPosition to,
      Consumer<? super StoredRow> reader) {
    store.read(log, run, after, to, reader);
  }

  @Override
  public Map<String, StoredRow> latest(Log<?> log, Collection<String> keys, CommitPosition asOf) {
    return store.latest(log, keys, asOf);
  }

  @Override
  public long count(Log<?> log, RunId run, CommitPosition asOf) {
    return store.count(log, run, asOf);
  }

  @Override
  public void close() {
    store.close();
  }
}
