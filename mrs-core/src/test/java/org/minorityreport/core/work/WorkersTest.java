package org.minorityreport.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.minorityreport.api.error.UsageException;

class WorkersTest {
  @Test
  void results_comeInTheOrderOfTheJobs() {
    try (Workers workers = new Workers(3)) {
      assertThat(workers.<Integer>all(List.of(() -> 1, () -> 2, () -> 3, () -> 4)))
          .containsExactly(1, 2, 3, 4);
    }
  }

  @Test
  void whatAJobThrows_isThrown() {
    try (Workers workers = new Workers(1)) {
      Callable<Integer> failing =
          () -> {
            throw new IllegalArgumentException("told");
          };

      assertThatThrownBy(() -> workers.all(List.of(failing)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("told");
    }
  }

  @Test
  @Timeout(60)
  void closingWhileJobsWait_leavesNobodyWaiting() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Workers workers = new Workers(1);
    Callable<Integer> slow =
        () -> {
          begun.countDown();
          go.await();
          return 1;
        };
    ExecutorService callers = Executors.newSingleThreadExecutor();
    CompletableFuture<Boolean> ended =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return workers.all(List.of(slow, () -> 2, () -> 3)).size() == 3;
              } catch (UsageException e) {
                return true; // closed before all were handed in
              }
            },
            callers);
    begun.await();

    workers.close();
    go.countDown();

    assertThat(ended.join()).isTrue();
    callers.shutdown();
  }

  @Test
  void closedOnes_saySo() {
    Workers workers = new Workers(1);
    workers.close();

    assertThatThrownBy(() -> workers.all(List.of(() -> 1)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("closed");
  }
}
