package org.minorityreport.testkit.store;

import static org.minorityreport.testkit.store.StoreRows.MAIN;
import static org.minorityreport.testkit.store.StoreRows.OTHER;
import static org.minorityreport.testkit.store.StoreRows.retraction;
import static org.minorityreport.testkit.store.StoreRows.row;
import static org.minorityreport.testkit.store.StoreRows.slice;

import java.util.ArrayList;
import java.util.List;
import org.minorityreport.api.log.AppendResult;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;

/** What the store makes of a key that comes again. */
final class VersionRules {
  private static final Log<?> LOG = Logs.REPORTS_DETECTED;
  private static final Log<?> ENDED = Logs.REPORTS_ENDED;
  private static final Log<?> EDITS = Logs.USER_EDITS;

  private VersionRules() {}

  static List<StoreRule> all() {
    return List.of(
        StoreRule.of(1, "A new key gets version 1, in the row itself", VersionRules::newKeys),
        StoreRule.of(
            2,
            "Equal content is a duplicate: dropped and counted; duplicates alone make no commit",
            VersionRules::duplicates),
        StoreRule.of(
            3,
            "Other content than the newest version's is the next version, also if an older said it",
            VersionRules::otherContent),
        StoreRule.of(4, "Rows of a commit see those before them", VersionRules::withinACommit),
        StoreRule.of(
            5, "A retraction is a version, and the key may come back", VersionRules::retractions),
        StoreRule.of(
            6, "Equal keys of two logs or two runs are different keys", VersionRules::sameKeys),
        StoreRule.of(
            7,
            "In a log that does not compare content a key that stands has no second row",
            VersionRules::keyAlone));
  }

  private static void newKeys(Bench bench) {
    LogStore store = bench.store();

    appends(store, commit(row("a", 'x'), row("b", 'x')), 1, 2, 0, 0);
    holds(store, "a 1 x", "b 1 x");
  }

  private static void duplicates(Bench bench) {
    LogStore store = bench.store();
    appends(store, Commit.of(List.of()), 0, 0, 0, 0);
    store.append(commit(row("a", 'x'), row("b", 'x')));

    appends(store, commit(row("b", 'x'), row("a", 'x')), 1, 0, 0, 2);
    Expect.same("the newest position after duplicates", store.head(), CommitPosition.of(1));
    Expect.that(
        store.committedAt(CommitPosition.of(2)).isEmpty(),
        () -> "a commit of duplicates alone made commit 2");
    holds(store, "a 1 x", "b 1 x");
    appends(store, commit(row("a", 'x'), row("c", 'x')), 2, 1, 0, 1);
    holds(store, "a 1 x", "b 1 x", "c 1 x");
  }

  private static void otherContent(Bench bench) {
    LogStore store = bench.store();
    store.append(commit(row("a", 'x')));

    appends(store, commit(row("a", 'y')), 2, 0, 1, 0);
    appends(store, commit(row("a", 'x')), 3, 0, 1, 0);
    holds(store, "a 1 x", "a 2 y", "a 3 x");
  }

  private static void withinACommit(Bench bench) {
    LogStore store = bench.store();

    appends(store, commit(row("a", 'x'), row("a", 'x'), row("a", 'y'), row("a", 'x')), 1, 1, 2, 1);
    holds(store, "a 1 x", "a 2 y", "a 3 x");
  }

  private static void retractions(Bench bench) {
    LogStore store = bench.store();
    store.append(commit(row("a", 'x')));

    appends(store, commit(retraction("a")), 2, 0, 1, 0);
    appends(store, commit(retraction("a")), 2, 0, 0, 1);
    Expect.same(
        "whether the newest version of a retracted key is a retraction",
        store.latest(LOG, List.of(StoreRows.key(MAIN, "a")), store.head()).values().stream()
            .anyMatch(stored -> stored.isRetracted()),
        true);
    appends(store, commit(row("a", 'x')), 3, 0, 1, 0);
    holds(store, "a 1 x", "a 2 -", "a 3 x");
  }

  private static void sameKeys(Bench bench) {
    LogStore store = bench.store();
    store.append(commit(row("a", 'x')));

    Commit elsewhere =
        Commit.of(
            List.of(
                slice(ENDED, row(ENDED, MAIN, "a", 'x')), slice(LOG, row(LOG, OTHER, "a", 'x'))));
    appends(store, elsewhere, 2, 2, 0, 0);
    holds(store, "a 1 x");
  }

  private static void keyAlone(Bench bench) {
    LogStore store = bench.store();
    store.append(commit(edit('x')));

    appends(store, commit(edit('y')), 1, 0, 0, 1);
    appends(store, commit(StoreRows.retraction(EDITS, MAIN, "a")), 2, 0, 1, 0);
    appends(store, commit(edit('y'), edit('x')), 3, 0, 1, 1);
  }

  private static LogRow edit(char content) {
    return row(EDITS, MAIN, "a", content);
  }

  private static Commit commit(LogRow... rows) {
    return Commit.of(List.of(slice(rows[0].log(), rows)));
  }

  private static void appends(
      LogStore store, Commit commit, long position, long news, long versions, long duplicates) {
    AppendResult expected =
        AppendResult.of(CommitPosition.of(position), news, versions, duplicates);
    Expect.same("what became of " + rows(commit), store.append(commit), expected);
  }

  private static String rows(Commit commit) {
    return commit.slices().stream().flatMap(slice -> slice.rows().stream()).toList().toString();
  }

  /** Rows of the detection log as name, version and content; the version as the JSON has it. */
  static void holds(LogStore store, String... expected) {
    List<String> found = new ArrayList<>();
    store.read(
        LOG,
        MAIN,
        CommitPosition.START,
        CommitPosition.of(Long.MAX_VALUE),
        row -> {
          found.add(StoreRows.name(row) + " " + row.version() + " " + StoreRows.content(row));
          Expect.that(
              row.text().contains("\"version\":" + row.version() + ","),
              () -> row + " is of version " + row.version() + ", but its JSON is " + row.text());
        });
    Expect.same("the rows (key, version, content)", found, List.of(expected));
  }
}
