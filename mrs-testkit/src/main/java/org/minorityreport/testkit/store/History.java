package org.minorityreport.testkit.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogSlice;

/**
 * Appends, some guarded, some after closing and opening again. Few keys and contents, so that
 * versions, duplicates and refusals are common. Immutable.
 */
record History(List<Step> steps) {
  /** One append. */
  record Step(boolean reopen, List<Entry> entries, int guardedAt) {
    /** Entries of one log that follow each other are a slice. */
    Commit commit() {
      List<LogSlice> slices = new ArrayList<>();
      List<LogRow> rows = new ArrayList<>();
      for (int i = 0; i < entries.size(); i++) {
        Log<?> log = entries.get(i).log();
        rows.add(entries.get(i).row());
        if (i + 1 == entries.size() || entries.get(i + 1).log() != log) {
          slices.add(StoreRows.slice(log, rows.toArray(LogRow[]::new)));
          rows.clear();
        }
      }
      Commit commit = Commit.of(slices);
      return guardedAt < 0
          ? commit
          : commit.ifNothingAbout(StoreRows.MAIN, Set.of("a"), CommitPosition.of(guardedAt));
    }

    @Override
    public String toString() {
      return (reopen ? "open again, " : "")
          + "append "
          + entries
          + (guardedAt < 0 ? "" : " if nothing came about a in run main since " + guardedAt);
    }
  }

  /** One row; a dash as content retracts. */
  record Entry(Log<?> log, RunId run, String name, char content) {
    LogRow row() {
      return content == '-'
          ? StoreRows.retraction(log, run, name)
          : StoreRows.row(log, run, name, content);
    }

    @Override
    public String toString() {
      return log + " " + run + " " + name + " " + content;
    }
  }

  static History random(long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    List<Step> steps = new ArrayList<>();
    int length = 1 + chance.nextInt(10);
    for (int i = 0; i < length; i++) {
      List<Entry> entries = new ArrayList<>();
      for (int left = chance.nextInt(7); left > 0; left--) {
        entries.add(
            new Entry(
                Answers.LOGS.get(chance.nextInt(Answers.LOGS.size())),
                Answers.RUNS.get(chance.nextInt(Answers.RUNS.size())),
                Answers.NAMES.get(chance.nextInt(Answers.NAMES.size())),
                "xy-".charAt(chance.nextInt(3))));
      }
      int guardedAt = chance.nextInt(4) == 0 ? chance.nextInt(i + 1) : -1;
      steps.add(new Step(chance.nextInt(4) == 0, entries, guardedAt));
    }
    return new History(List.copyOf(steps));
  }

  /** A history that still fails, and no longer does if any one thing is left out of it. */
  History shrunk(Predicate<History> fails) {
    History smallest = this;
    boolean shorter = true;
    while (shorter) {
      shorter = false;
      for (History candidate : smallest.withOneThingLess()) {
        if (fails.test(candidate)) {
          smallest = candidate;
          shorter = true;
          break;
        }
      }
    }
    return smallest;
  }

  private List<History> withOneThingLess() {
    List<History> all = new ArrayList<>();
    for (int i = steps.size() - 1; i >= 0; i--) {
      all.add(without(steps, i));
    }
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      for (int e = step.entries().size() - 1; e >= 0; e--) {
        List<Entry> entries = new ArrayList<>(step.entries());
        entries.remove(e);
        all.add(with(i, new Step(step.reopen(), List.copyOf(entries), step.guardedAt())));
      }
      if (step.reopen()) {
        all.add(with(i, new Step(false, step.entries(), step.guardedAt())));
      }
      if (step.guardedAt() >= 0) {
        all.add(with(i, new Step(step.reopen(), step.entries(), -1)));
      }
    }
    return all;
  }

  private static History without(List<Step> steps, int index) {
    List<Step> left = new ArrayList<>(steps);
    left.remove(index);
    return new History(List.copyOf(left));
  }

  private History with(int index, Step step) {
    List<Step> changed = new ArrayList<>(steps);
    changed.set(index, step);
    return new History(List.copyOf(changed));
  }

  @Override
  public String toString() {
    return steps.stream().map(Step::toString).collect(Collectors.joining("; "));
  }
}
