package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.feed.ProtectionFeed;
import org.minorityreport.core.log.LogStores;

/** Who reads holds up nobody, however slow (spec 8.4). No clock: a latch says who may go on. */
class ReadsBesideTicksTest {
  /** Would hang if a tick, or another reader, waited for one that is in the middle of the feed. */
  @Test
  void tickAndOtherReads_doNotWaitForAConsumerInTheMiddleOfTheFeed() throws Exception {
    List<Instant> ticks = SmallWorld.ticks();
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    ExecutorService consumer = Executors.newSingleThreadExecutor();
    try (LogStore logs = LogStores.inMemory(SmallWorld.CLOCK);
        Mrs mrs = SmallWorld.open(logs, new SmallWorld().tables(), 1)) {
      ticks.subList(0, 60).forEach(mrs::tick);
      ProtectionFeed feed = mrs.feed();
      long before = steps(feed);
      Future<Long> slow =
          consumer.submit(
              () -> {
                long[] steps = {0};
                feed.sales(
                    step -> {
                      reading.countDown();
                      await(goOn);
                      steps[0]++;
                    });
                return steps[0];
              });
      reading.await();

      mrs.tick(ticks.get(60));
      mrs.tick(ticks.get(61));
      assertThat(mrs.reports().refreshSeq()).isEqualTo(logs.head());
      assertThat(steps(mrs.feed())).isGreaterThanOrEqualTo(before);
      assertThat(mrs.reports().all()).isNotEmpty();
      assertThat(mrs.rereview().isHealthy()).isTrue();

      goOn.countDown();
      assertThat(slow.get()).as("what it reads does not change under it").isEqualTo(before);
    } finally {
      goOn.countDown();
      consumer.shutdownNow();
    }
  }

  private static long steps(ProtectionFeed feed) {
    long[] steps = {0};
    feed.sales(step -> steps[0]++);
    return steps[0];
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
