package org.minorityreport.testkit.store;

import static org.minorityreport.testkit.store.StoreRows.MAIN;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.testkit.store.disk.FaultyDisk;

/**
 * Readers while the writer appends. Each commit holds three rows of one log, two of another and a
 * new version of one key, so that half a commit would show in every kind of read.
 */
final class ReaderRules {
  private static final int COMMITS = 120;
  private static final int READERS = 3;
  private static final Log<?> THREE = Logs.REPORTS_DETECTED;
  private static final Log<?> TWO = Logs.REPORTS_ENDED;
  private static final String CHANGING = StoreRows.key(MAIN, "changing");
  private static final CommitPosition END = CommitPosition.of(Long.MAX_VALUE);

  private ReaderRules() {}

  static List<StoreRule> all() {
    return List.of(
        StoreRule.of(30, "Readers on other threads see whole commits only", ReaderRules::onThreads),
        StoreRule.of(
            31,
            "Readers in another store see whole commits only",
            ReaderRules::elsewhere,
            StoreCapability.IS_READ_ELSEWHERE),
        StoreRule.of(
            32,
            "A reader in another store sees each commit as it is acknowledged, and may not append",
            ReaderRules::asTheyCome,
            StoreCapability.IS_READ_ELSEWHERE),
        StoreRule.of(
            33,
            "Between any two calls of the writer to the disk a reader sees whole commits only",
            ReaderRules::betweenCalls,
            StoreCapability.IS_READ_ELSEWHERE,
            StoreCapability.TAKES_A_DISK));
  }

  private static void onThreads(Bench bench) throws Exception {
    LogStore store = bench.store();
    run(store, store);
  }

  private static void elsewhere(Bench bench) throws Exception {
    StorePlace place = bench.place();
    LogStore store = bench.closing(place.open());
    run(store, bench.closing(place.openForReading()));
  }

  private static void run(LogStore writer, LogStore read) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(READERS + 1);
    try {
      CountDownLatch start = new CountDownLatch(READERS + 1);
      List<Future<Long>> jobs = new ArrayList<>();
      jobs.add(threads.submit(begin(start, () -> write(writer))));
      for (int i = 0; i < READERS; i++) {
        jobs.add(threads.submit(begin(start, () -> readUntilTheEnd(read, jobs.get(0)))));
      }
      for (Future<Long> job : jobs) {
        Expect.same("the commits that a thread saw", job.get(), (long) COMMITS);
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AssertionError failure) {
        throw failure;
      }
      throw e;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<Long> begin(CountDownLatch start, Callable<Long> job) {
    return () -> {
      start.countDown();
      start.await();
      return job.call();
    };
  }

  private static long write(LogStore store) {
    for (int i = 1; i <= COMMITS; i++) {
      store.append(commit(i));
    }
    return store.head().value();
  }

  private static Commit commit(int number) {
    char content = (char) ('a' + number % 2);
    LogRow changing = StoreRows.row(THREE, MAIN, "changing", content);
    return Commit.of(
        List.of(
            StoreRows.slice(THREE, row(THREE, "p" + number), changing, row(THREE, "q" + number)),
            StoreRows.slice(TWO, row(TWO, "p" + number), row(TWO, "q" + number))));
  }

  private static LogRow row(Log<?> log, String key) {
    return StoreRows.row(log, MAIN, key, 'x');
  }

  private static long readUntilTheEnd(LogStore read, Future<Long> writer) {
    long seen = 0;
    while (seen < COMMITS) {
      boolean written = writer.isDone();
      CommitPosition head = read.head();
      long before = seen;
      Expect.that(
          head.value() >= before,
          () -> "the newest position went back from " + before + " to " + head);
      seen = head.value();
      assertWhole(read, head);
      if (written) {
        break; // the last look came after the last commit
      }
    }
    return seen;
  }

  private static void assertWhole(LogStore read, CommitPosition head) {
    long known = head.value();
    String half = "a reader saw part of a commit; at position " + known + ", ";
    CommitPosition recent = CommitPosition.of(Math.max(0, known - 5));
    Expect.same(half + "rows of " + TWO, read.count(TWO, MAIN, head), 2 * known);
    Expect.same(half + "rows of " + THREE, read.count(THREE, MAIN, head), 3 * known);
    long uneven = read.count(THREE, MAIN, END) % 3;
    Expect.same(half + "rows of " + THREE + " beyond whole commits", uneven, 0L);
    int expected = (int) (2 * (known - recent.value()));
    Expect.same(half + "new rows of " + TWO, rows(read, TWO, recent, head).size(), expected);
    List<StoredRow> open = rows(read, THREE, recent, END);
    Expect.same(half + "new rows of " + THREE + " beyond whole commits", open.size() % 3, 0);
    for (int i = 0; i < open.size(); i++) {
      long number = 3 * recent.value() + i + 1;
      Expect.same(half + "the number of a row", open.get(i).rowNumber(), number);
      long position = recent.value() + 1 + i / 3;
      Expect.same(half + "the position of a row", open.get(i).position().value(), position);
    }
    if (known > 0) {
      StoredRow latest = read.latest(THREE, List.of(CHANGING), head).get(CHANGING);
      Expect.same(
          half + "the newest version of a key that each commit changes",
          latest == null ? null : "version " + latest.version() + " of " + latest.position(),
          "version " + known + " of " + known);
      Expect.same(half + "the runs", read.runs(), List.of(MAIN));
    }
  }

  private static List<StoredRow> rows(
      LogStore read, Log<?> log, CommitPosition after, CommitPosition to) {
    List<StoredRow> rows = new ArrayList<>();
    read.read(log, MAIN, after, to, rows::add);
    return rows;
  }

  private static void asTheyCome(Bench bench) {
    StorePlace place = bench.place();
    LogStore store = bench.closing(place.open());
    LogStore reader = bench.closing(place.openForReading());
    for (int i = 0; i < Story.LENGTH; i++) {
      store.append(Story.COMMITS.get(i));
      Story.assertTold(reader, i + 1, "for a reader elsewhere");
    }
    Expect.refused(
        "an append to a store that is open for reading", () -> reader.append(Story.COMMITS.get(0)));
  }

  private static void betweenCalls(Bench bench) {
    FaultyDisk disk = new FaultyDisk();
    StorePlace place = bench.place(disk);
    LogStore store = bench.closing(place.open());
    LogStore reader = bench.closing(place.openForReading());
    for (int i = 1; i <= 10; i++) {
      int number = i;
      disk.afterEachCall(
          call -> {
            CommitPosition head = reader.head();
            Expect.that(
                head.value() == number - 1 || head.value() == number,
                () -> "while commit " + number + " is written, a reader is at position " + head);
            assertWhole(reader, head);
          });
      store.append(commit(i));
      disk.afterEachCall(call -> {});
    }
  }
}
