package org.minorityreport.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.core.log.LogStores;

/** Many threads of a host on one store in a directory. */
class DirectoryThreadsTest {
  private static final int KEYS = 60;
  private static final int COMMITS = 250;

  /** So many rows that a commit is digested beside being written. */
  private static final int LARGE = 1000;

  @TempDir private Path directory;

  private static Commit commit(String prefix, int keys, char content) {
    return StoreRows.commit(
        IntStream.range(0, keys)
            .mapToObj(i -> StoreRows.row(prefix + i, content))
            .toArray(LogRow[]::new));
  }

  /** Each commit is a new version of every key, so half of one shows as two versions. */
  @Test
  void threadsOfOneReader_beyondTheHead_seeWholeCommits() throws Exception {
    List<String> keys =
        IntStream.range(0, KEYS).mapToObj(i -> StoreRows.key(StoreRows.MAIN, "k" + i)).toList();
    try (LogStore writer = LogStores.directory(directory);
        LogStore reader = LogStores.directoryForReading(directory)) {
      ExecutorService threads = Executors.newFixedThreadPool(4);
      try {
        Future<Boolean> written =
            threads.submit(
                () -> {
                  for (int i = 0; i < COMMITS; i++) {
                    writer.append(commit("k", KEYS, i % 2 == 0 ? 'x' : 'y'));
                  }
                  return true;
                });
        List<Future<Long>> read = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
          read.add(threads.submit(readUntilTheEnd(reader, keys)));
        }
        assertThat(written.get()).isTrue();
        for (Future<Long> one : read) {
          assertThat(one.get()).isEqualTo(COMMITS);
        }
      } finally {
        threads.shutdownNow();
      }
    }
  }

  private static Callable<Long> readUntilTheEnd(LogStore reader, List<String> keys) {
    return () -> {
      long seen = 0;
      while (seen < COMMITS) {
        List<Long> positions =
            reader
                .latest(Logs.REPORTS_DETECTED, keys, CommitPosition.of(Long.MAX_VALUE))
                .values()
                .stream()
                .map(row -> row.position().value())
                .distinct()
                .toList();
        assertThat(positions).hasSizeLessThanOrEqualTo(1);
        seen = positions.isEmpty() ? 0 : positions.get(0);
      }
      return seen;
    };
  }

  /** A store that waited for work in the pool of its callers would be called again meanwhile. */
  @Test
  void largeCommits_fromThreadsOfACommonPool_allArrive()
      throws ExecutionException, InterruptedException {
    try (LogStore store = LogStores.directory(directory)) {
      List<CompletableFuture<CommitPosition>> appended =
          IntStream.range(0, 12)
              .mapToObj(i -> (char) ('a' + i))
              .map(
                  c ->
                      CompletableFuture.supplyAsync(
                          () -> {
                            CompletableFuture<CommitPosition> nested =
                                CompletableFuture.supplyAsync(
                                    () -> store.append(commit(c + "nested", LARGE, c)).position());
                            store.append(commit(c + "own", LARGE, c));
                            return nested.join();
                          }))
              .toList();
      for (CompletableFuture<CommitPosition> one : appended) {
        assertThat(one.get().value()).isPositive();
      }
      assertThat(store.head()).isEqualTo(CommitPosition.of(24));
      assertThat(store.count(Logs.REPORTS_DETECTED, StoreRows.MAIN, store.head()))
          .isEqualTo(24L * LARGE);
    }
    try (LogStore again = LogStores.directory(directory)) {
      assertThat(again.head()).isEqualTo(CommitPosition.of(24));
    }
  }
}
