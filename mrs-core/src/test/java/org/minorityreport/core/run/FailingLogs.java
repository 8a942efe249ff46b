package org.minorityreport.core.run;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AppendResult;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.StoredRow;

/** Logs that refuse some commits when told to. */
final class FailingLogs implements LogStore {
  private final LogStore logs;
  private int failures;
  private RuntimeException failure = new LogStoreException("the disk does not answer");

  FailingLogs(LogStore logs) {
    this.logs = logs;
  }

  /** The next commits fail. */
  void failNext(int commits) {
    failures = commits;
  }

  /** The next commits fail in some way. */
  void failNext(int commits, RuntimeException how) {
    failures = commits;
    failure = how;
  }

  /** {@return how many of these commits did not come yet} */
  int failuresLeft() {
    return failures;
  }

  @Override
  public AppendResult append(Commit commit) {
    if (failures > 0) {
      failures--;
      throw failure;
    }
    return logs.append(commit);
  }

  @Override
  public CommitPosition head() {
    return logs.head();
  }

  @Override
  public Optional<Instant> committedAt(CommitPosition position) {
    return logs.committedAt(position);
  }

  @Override
  public List<RunId> runs() {
    return logs.runs();
  }

  @Override
  public void read(
      Log<?> log,
      RunId run,
      CommitPosition after,
      CommitPosition to,
      Consumer<? super StoredRow> reader) {
    logs.read(log, run, after, to, reader);
  }

  @Override
  public Map<String, StoredRow> latest(Log<?> log, Collection<String> keys, CommitPosition asOf) {
    return logs.latest(log, keys, asOf);
  }

  @Override
  public long count(Log<?> log, RunId run, CommitPosition asOf) {
    return logs.count(log, run, asOf);
  }

  @Override
  public void close() {
    logs.close();
  }
}
