package org.minorityreport.core.inheritance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AppendResult;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.RunStarted;
import org.minorityreport.api.value.Cut;
import org.minorityreport.core.json.LogCodec;

/**
 * The logs of a run that has a parent (spec 7.8): in the logs of people, the rows of the parent up
 * to the cut come first, with the commits that brought them, and those of the run are numbered
 * after them. Everything else is as the store has it, and nothing is copied: the rows of the parent
 * still name it as their run. What a parent read of its own parent is inherited with the rest.
 *
 * <p>Thread-safe. Holds the rows that are inherited: as many as people acted up to the cut.
 */
public final class InheritedDecisions implements LogStore {
  private static final List<Log<?>> OF_PEOPLE =
      List.of(Logs.USER_EDITS, Logs.USER_EVENT_EDITS, Logs.CONTEXT_RECORDED);

  private final LogStore store;
  private final RunId run;
  private final RunId parent;
  private final Cut cut;
  private final List<RunId> ancestors;
  private final Map<Log<?>, List<StoredRow>> inherited = new HashMap<>();

  private InheritedDecisions(LogStore store, RunId run, RunId parent, Cut cut) {
    this.store = store;
    this.run = run;
    this.parent = parent;
    this.cut = cut;
    LogStore ofParent = of(store, parent);
    List<RunId> all = new ArrayList<>(List.of(parent));
    if (ofParent instanceof InheritedDecisions further) {
      all.addAll(further.ancestors);
    }
    this.ancestors = List.copyOf(all);
    OF_PEOPLE.forEach(log -> inherited.put(log, rows(ofParent, log)));
  }

  private List<StoredRow> rows(LogStore ofParent, Log<?> log) {
    long most = cut.rows(log.wireName());
    List<StoredRow> rows = new ArrayList<>();
    if (most > 0) {
      ofParent.read(
          log,
          parent,
          CommitPosition.START,
          ofParent.head(),
          row -> {
            if (rows.size() < most) {
              rows.add(row);
            }
          });
    }
    return List.copyOf(rows);
  }

  /**
   * The logs as a run reads them.
   *
   * @param store the logs
   * @param run the line of work
   * @return what shows the decisions of its parent too, if runs_log says that it has one; else the
   *     store
   */
  public static LogStore of(LogStore store, RunId run) {
    if (store instanceof InheritedDecisions known) {
      return known.run.equals(run) ? known : of(known.store, run);
    }
    return started(store, run)
        .flatMap(
            row ->
                row.parent()
                    .map(
                        from ->
                            new InheritedDecisions(
                                store, run, from, row.parentCut().orElse(Cut.EMPTY))))
        .<LogStore>map(it -> it)
        .orElse(store);
  }

  /**
   * The logs as a run reads them that begins, or goes on, with a parent.
   *
   * @param store the logs
   * @param run the line of work
   * @param parent the run whose decisions it is to read as its own
   * @param position a run that begins reads what the parent had up to this commit
   * @return the logs
   * @throws UsageException if the parent is the run itself or has not begun, or if the run began
   *     otherwise
   */
  public static LogStore beginning(
      LogStore store, RunId run, RunId parent, CommitPosition position) {
    if (parent.equals(run)) {
      throw new UsageException("run '" + run + "' cannot have its own decisions as its parent");
    }
    if (started(store, parent).isEmpty()) {
      throw new UsageException(
          "run '" + parent + "', the parent, has no ticks; runs that have rows: " + store.runs());
    }
    Optional<RunStarted> began = started(store, run);
    if (began.isPresent()) {
      Optional<RunId> had = began.get().parent();
      if (!had.equals(Optional.of(parent))) {
        throw new UsageException(
            "run '"
                + run
                + "' began "
                + had.map(it -> "with the decisions of run '" + it + "'")
                    .orElse("without decisions")
                + ", so it cannot have those of run '"
                + parent
                + "': start a new run to have them");
      }
      return of(store, run);
    }
    LogStore ofParent = of(store, parent);
    Map<String, Long> counts = new TreeMap<>();
    for (Log<?> log : OF_PEOPLE) {
      long count = ofParent.count(log, parent, position);
      if (count > 0) {
        counts.put(log.wireName(), count);
      }
    }
    return new InheritedDecisions(store, run, parent, Cut.of(counts));
  }

  private static Optional<RunStarted> started(LogStore store, RunId run) {
    List<StoredRow> rows = new ArrayList<>();
    store.read(Logs.RUNS, run, CommitPosition.START, store.head(), rows::add);
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(LogCodec.read(Logs.RUNS, rows.get(rows.size() - 1)));
  }

  /** {@return the run whose decisions are read as this run's own} */
  public RunId parent() {
    return parent;
  }

  /** {@return how many rows of each log of people are read of the parent} */
  public Cut cut() {
    return cut;
  }

  /** {@return the parent, its parent and so on} */
  public List<RunId> ancestors() {
    return ancestors;
  }

  /** {@return the store itself} */
  public LogStore store() {
    return store;
  }

  /**
   * Whether a log shows rows of the parent.
   *
   * @param log a log
   * @return whether people write it
   */
  public static boolean shows(Log<?> log) {
    return OF_PEOPLE.contains(log);
  }

  /**
   * The rows of the parent.
   *
   * @param log a log
   * @return the rows that this run reads as its own, in the order of their commits
   */
  public List<StoredRow> inherited(Log<?> log) {
    return inherited.getOrDefault(log, List.of());
  }

  @Override
  public void read(
      Log<?> log,
      RunId of,
      CommitPosition after,
      CommitPosition to,
      Consumer<? super StoredRow> reader) {
    List<StoredRow> before = of.equals(run) ? inherited(log) : List.of();
    for (StoredRow row : before) {
      if (row.position().compareTo(after) > 0 && row.position().compareTo(to) <= 0) {
        reader.accept(row);
      }
    }
    store.read(
        log,
        of,
        after,
        to,
        before.isEmpty() ? reader : row -> reader.accept(numbered(row, before.size())));
  }

  private static StoredRow numbered(StoredRow row, int before) {
    return StoredRow.of(row.log(), row.json(), row.position(), before + row.rowNumber());
  }

  @Override
  public Map<String, StoredRow> latest(Log<?> log, Collection<String> keys, CommitPosition asOf) {
    Map<String, StoredRow> latest = store.latest(log, keys, asOf);
    List<StoredRow> before = inherited(log);
    if (before.isEmpty()) {
      return latest;
    }
    Map<String, StoredRow> found = new HashMap<>();
    latest.forEach(
        (key, row) -> {
          boolean own = row.runId().equals(run);
          if (own || !ancestors.contains(row.runId())) {
            found.put(key, own ? numbered(row, before.size()) : row);
          }
        });
    for (StoredRow row : before) {
      if (keys.contains(row.key()) && row.position().compareTo(asOf) <= 0) {
        found.put(row.key(), row);
      }
    }
    return found;
  }

  @Override
  public long count(Log<?> log, RunId of, CommitPosition asOf) {
    long before =
        of.equals(run)
            ? inherited(log).stream().filter(row -> row.position().compareTo(asOf) <= 0).count()
            : 0;
    return before + store.count(log, of, asOf);
  }

  @Override
  public AppendResult append(Commit commit) {
    return store.append(commit);
  }

  @Override
  public List<AppendResult> appendAll(List<Commit> commits) {
    return store.appendAll(commits);
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
  public void close() {
    store.close();
  }
}
