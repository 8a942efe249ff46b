package org.minorityreport.core.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.stage.Placements;
import org.minorityreport.core.json.LogCodec;

/**
 * The logs of people and what finalisation made of these, in the order of their commits; each row
 * is read once. Memory grows with what people did. One thread at a time.
 */
public final class PeopleLogs {
  /** The kind of a suppression rule in settings_log. */
  public static final String SUPPRESSION_RULE = "suppression_rule";

  private static final List<Log<?>> LOGS =
      List.of(Logs.USER_EDITS, Logs.USER_EVENT_EDITS, Logs.CONTEXT_RECORDED, Logs.SETTINGS);

  private final LogStore store;
  private final RunId run;
  private final Map<Log<?>, List<StoredRow>> rows = new HashMap<>();
  private CommitPosition readUpTo = CommitPosition.START;
  private long firstRule = Long.MAX_VALUE;
  private final PlacingActs placing = new PlacingActs();
  private final ConfirmedReports confirmed = new ConfirmedReports();

  /**
   * The logs of people of a run.
   *
   * @param store the logs
   * @param run the line of work
   */
  public PeopleLogs(LogStore store, RunId run) {
    this.store = Objects.requireNonNull(store, "store");
    this.run = Objects.requireNonNull(run, "run");
    LOGS.forEach(log -> rows.put(log, new ArrayList<>()));
  }

  /**
   * How many rows there are.
   *
   * @return rows of each log that has any, by wire name; settings_log only once it has a
   *     suppression rule; that of finalisation among them, from which confirmed causes are known
   */
  public SortedMap<String, Long> counts() {
    CommitPosition head = store.head();
    for (Log<?> log : LOGS) {
      store.read(log, run, readUpTo, head, row -> add(log, row));
    }
    store.read(Logs.REPORTS_FINALISED, run, readUpTo, head, confirmed::add);
    readUpTo = head;
    SortedMap<String, Long> counts = new TreeMap<>();
    for (Log<?> log : LOGS) {
      long count = of(log).size();
      if (count > (log == Logs.SETTINGS ? firstRule : 0)) {
        counts.put(log.wireName(), count);
      }
    }
    if (confirmed.size() > 0) {
      counts.put(Logs.REPORTS_FINALISED.wireName(), confirmed.size());
    }
    return counts;
  }

  /**
   * The rows between two counts.
   *
   * @param after how many rows an earlier tick saw of each log
   * @param seen how many a tick saw
   * @return what is new to that tick
   */
  public PeopleRows between(SortedMap<String, Long> after, SortedMap<String, Long> seen) {
    counts();
    return new PeopleRows(
        seen,
        between(Logs.USER_EDITS, after, seen),
        between(Logs.USER_EVENT_EDITS, after, seen),
        between(Logs.CONTEXT_RECORDED, after, seen),
        between(Logs.SETTINGS, after, seen),
        placements(seen),
        confirmed.after(seen.getOrDefault(Logs.REPORTS_FINALISED.wireName(), 0L)));
  }

  /**
   * Where people put reports and events.
   *
   * @param seen how many rows a tick saw of each log
   * @return what the acts among them come to
   */
  Placements placements(SortedMap<String, Long> seen) {
    return placing.after(
        seen.getOrDefault(Logs.USER_EDITS.wireName(), 0L),
        seen.getOrDefault(Logs.USER_EVENT_EDITS.wireName(), 0L));
  }

  /**
   * Whether there is any move, split or merger.
   *
   * @param seen how many rows a tick saw of each log
   * @return whether it saw one, be it taken back since
   */
  boolean isMoved(SortedMap<String, Long> seen) {
    return placing.isAny(
        seen.getOrDefault(Logs.USER_EDITS.wireName(), 0L),
        seen.getOrDefault(Logs.USER_EVENT_EDITS.wireName(), 0L));
  }

  private List<StoredRow> between(
      Log<?> log, SortedMap<String, Long> after, SortedMap<String, Long> seen) {
    List<StoredRow> all = of(log);
    int from = (int) Math.min(all.size(), after.getOrDefault(log.wireName(), 0L));
    int to = (int) Math.min(all.size(), seen.getOrDefault(log.wireName(), 0L));
    return from < to ? List.copyOf(all.subList(from, to)) : List.of();
  }

  private void add(Log<?> log, StoredRow row) {
    boolean rule =
        log == Logs.SETTINGS
            && !row.isRetracted()
            && LogCodec.read(Logs.SETTINGS, row).kind().equals(SUPPRESSION_RULE);
    if (rule && firstRule == Long.MAX_VALUE) {
      firstRule = of(log).size();
    }
    placing.add(row, of(log).size());
    of(log).add(row);
  }

  private List<StoredRow> of(Log<?> log) {
    return Objects.requireNonNull(rows.get(log));
  }
}
