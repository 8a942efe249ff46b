package org.minorityreport.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;

/**
 * One writer and three readers. Each commit holds three rows of one log, two of another and a new
 * version of one key, so that half a commit would show in every kind of read.
 */
public abstract class ConcurrentReadersContract {
  private static final int READERS = 3;
  private static final Log<?> THREE = Logs.REPORTS_DETECTED;
  private static final Log<?> TWO = Logs.REPORTS_ENDED;
  private static final String CHANGING = TestRows.key(TestRows.MAIN, "changing");

  private final int commits;
  private LogStore store;
  private LogStore read;

  protected ConcurrentReadersContract(int commits) {
    this.commits = commits;
  }

  /** An empty store. */
  protected abstract LogStore create();

  /** What the readers use. */
  protected LogStore readers(LogStore writer) {
    return writer;
  }

  @BeforeEach
  void open() {
    store = create();
    read = readers(store);
  }

  @AfterEach
  void close() {
    read.close();
    store.close();
  }

  @Test
  void readers_whileTheWriterAppends_seeWholeCommitsOnly()
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(READERS + 1);
    try {
      CountDownLatch start = new CountDownLatch(READERS + 1);
      List<Future<Long>> jobs = new ArrayList<>();
      jobs.add(threads.submit(begin(start, this::write)));
      for (int i = 0; i < READERS; i++) {
        jobs.add(threads.submit(begin(start, this::readUntilTheEnd)));
      }
      for (Future<Long> job : jobs) {
        assertThat(job.get()).isEqualTo((long) commits);
      }
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

  private long write() {
    for (int i = 1; i <= commits; i++) {
      char content = (char) ('a' + i % 2);
      LogRow changing = TestRows.row(THREE, TestRows.MAIN, "changing", content);
      store.append(
          Commit.of(
              List.of(
                  TestRows.slice(THREE, row(THREE, "p" + i), changing, row(THREE, "q" + i)),
                  TestRows.slice(TWO, row(TWO, "p" + i), row(TWO, "q" + i)))));
    }
    return store.head().value();
  }

  private static LogRow row(Log<?> log, String key) {
    return TestRows.row(log, TestRows.MAIN, key, 'x');
  }

  private long readUntilTheEnd() {
    long seen = 0;
    while (seen < commits) {
      CommitPosition head = read.head();
      assertThat(head.value()).isGreaterThanOrEqualTo(seen);
      seen = head.value();
      assertWhole(head);
    }
    return seen;
  }

  private void assertWhole(CommitPosition head) {
    long known = head.value();
    CommitPosition end = CommitPosition.of(Long.MAX_VALUE);
    CommitPosition recent = CommitPosition.of(Math.max(0, known - 5));

    assertThat(read.count(TWO, TestRows.MAIN, head)).isEqualTo(2 * known);
    assertThat(read.count(THREE, TestRows.MAIN, head)).isEqualTo(3 * known);
    assertThat(read.count(THREE, TestRows.MAIN, end) % 3).isZero();
    assertThat(rows(TWO, recent, head)).hasSize((int) (2 * (known - recent.value())));
    List<StoredRow> open = rows(THREE, recent, end);
    assertThat(open.size() % 3).isZero();
    for (int i = 0; i < open.size(); i++) {
      assertThat(open.get(i).rowNumber()).isEqualTo(3 * recent.value() + i + 1);
      assertThat(open.get(i).position().value()).isEqualTo(recent.value() + 1 + i / 3);
    }
    if (known > 0) {
      StoredRow latest = read.latest(THREE, List.of(CHANGING), head).get(CHANGING);
      assertThat(latest.version()).isEqualTo((int) known);
      assertThat(latest.position()).isEqualTo(head);
      assertThat(read.runs()).containsExactly(TestRows.MAIN);
    }
  }

  private List<StoredRow> rows(Log<?> log, CommitPosition after, CommitPosition to) {
    List<StoredRow> rows = new ArrayList<>();
    read.read(log, TestRows.MAIN, after, to, rows::add);
    return rows;
  }
}
