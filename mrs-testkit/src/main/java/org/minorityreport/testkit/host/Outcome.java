package org.minorityreport.testkit.host;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.json.LogCodec;

/** What came of a {@link Scenario}: rows, reports, events. Immutable. */
public final class Outcome {
  private final LogStore store;
  private final RunId run;
  private final List<MinorityReport> reports;
  private final List<MinorityEvent> events;

  Outcome(LogStore store, RunId run, List<MinorityReport> reports, List<MinorityEvent> events) {
    this.store = store;
    this.run = run;
    this.reports = List.copyOf(reports);
    this.events = List.copyOf(events);
  }

  /**
   * The rows of a log.
   *
   * @param log the log
   * @param <R> type of its rows
   * @return all rows with content, in the order in which they were appended
   */
  public <R extends LogRecord> List<R> rows(Log<R> log) {
    List<R> rows = new ArrayList<>();
    store.read(
        log,
        run,
        CommitPosition.START,
        store.head(),
        row -> {
          if (!row.isRetracted()) {
            rows.add(LogCodec.read(log, row));
          }
        });
    return rows;
  }

  /**
   * Fails unless a log has a row.
   *
   * @param log the log
   * @param what which row, in words
   * @param which which row
   * @param <R> type of its rows
   * @return this outcome
   * @throws AssertionError if no row is one; tells the rows there are
   */
  public <R extends LogRecord> Outcome expect(Log<R> log, String what, Predicate<R> which) {
    List<R> rows = rows(log);
    if (rows.stream().noneMatch(which)) {
      throw new AssertionError(
          log.wireName() + " has no row " + what + "; its " + rows.size() + " rows are " + rows);
    }
    return this;
  }

  /**
   * Fails unless a log has so many rows.
   *
   * @param log the log
   * @param count how many
   * @return this outcome
   * @throws AssertionError if there are more or fewer; tells the rows there are
   */
  public Outcome expectRows(Log<?> log, int count) {
    List<?> rows = rows(log);
    if (rows.size() != count) {
      throw new AssertionError(
          log.wireName() + " has " + rows.size() + " rows, not " + count + ": " + rows);
    }
    return this;
  }

  /** {@return the reports as they stand after the last tick} */
  public List<MinorityReport> reports() {
    return reports;
  }

  /** {@return the events as they stand after the last tick} */
  public List<MinorityEvent> events() {
    return events;
  }
}
