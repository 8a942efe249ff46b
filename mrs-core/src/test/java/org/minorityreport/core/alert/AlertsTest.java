package org.minorityreport.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.minorityreport.api.alert.SubscriptionTerms;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.record.NotificationRecord;

@Timeout(60)
class AlertsTest {
  private static final String ONSET = "2025-08-07T08:00:00Z";
  private static final String TICK = "2025-08-07T09:00:00Z";

  private final Desk desk = new Desk(Desk.options(Desk.limits(Duration.ofMillis(300)))).severe();

  @BeforeEach
  void reset() {
    TestSinks.reset();
  }

  @AfterEach
  void close() {
    TestSinks.release.countDown();
    desk.close();
  }

  private void subscribe(String who, String channel) {
    desk.subscribe(who, t -> SubscriptionTerms.builder().addSubscribers(who).addChannels(channel));
  }

  /** The logs, and so ticks, go on while a sink hangs; so does the channel beside it. */
  @Test
  void hangingSink_delaysNeitherTicksNorOtherChannels() throws Exception {
    subscribe("ann", "hanging");
    subscribe("bob", "keeping");
    desk.book.report("a", ONSET, TICK, 0.7);

    CompletableFuture<AlertRound> round = desk.alerts.begin();
    TestSinks.entered.await();
    desk.book.tick("2025-08-07T10:00:00Z");
    List<NotificationRecord> rows = round.get(30, TimeUnit.SECONDS).rows();

    assertThat(TestSinks.GOT).hasSize(1);
    assertThat(rows.stream().map(Desk::words))
        .containsExactlyInAnyOrder("delivered warning to bob", "failed warning to ann");
    assertThat(rows.get(rows.size() - 1).message()).contains("no answer within PT0.3S");
  }

  /** The thread that hangs is not replaced by ever more of them. */
  @Test
  void channelWhoseThreadsAllHang_failsWithoutNewThreads() {
    subscribe("ann", "hanging");
    desk.book.report("a", ONSET, TICK, 0.7);
    desk.alerts.round();
    desk.later(Duration.ofHours(1));

    List<NotificationRecord> rows = desk.alerts.round().rows();

    assertThat(rows.stream().map(Desk::words)).containsExactly("failed warning to ann");
    assertThat(rows.get(0).message().orElseThrow()).startsWith("the channel answered nobody");
    long threads =
        Thread.getAllStackTraces().keySet().stream()
            .filter(t -> t.isAlive() && t.getName().equals("mrs-alerts-hanging"))
            .count();
    assertThat(threads).isEqualTo(1);
  }

  @Test
  void failingSink_isTriedAgainLaterAndLaterAndThenNoMore() {
    subscribe("ann", "failing");
    desk.book.report("a", ONSET, TICK, 0.7);

    assertThat(desk.round()).containsExactly("failed warning to ann");
    assertThat(desk.later(Duration.ofSeconds(59)).round()).isEmpty();
    assertThat(desk.later(Duration.ofSeconds(1)).round()).hasSize(1);
    assertThat(desk.later(Duration.ofSeconds(119)).round()).isEmpty();
    assertThat(desk.later(Duration.ofSeconds(1)).round()).hasSize(1);
    assertThat(desk.later(Duration.ofDays(1)).round()).as("three attempts").isEmpty();
    assertThat(desk.alerts.notifications().stream().map(NotificationRecord::attempt))
        .containsExactly(1, 2, 3);
    assertThat(desk.alerts.notifications().get(0).message())
        .contains("IOException: no route to <address>");
    assertThat(desk.alerts.notifications().toString()).doesNotContain("@example.org");
  }

  @Test
  void unknownChannel_isAFailureThatNamesThoseThereAre() {
    subscribe("ann", "pigeon");
    desk.book.report("a", ONSET, TICK, 0.7);

    assertThat(desk.round()).containsExactly("failed warning to ann");
    assertThat(desk.alerts.notifications().get(0).message())
        .contains(
            "no sink for channel 'pigeon'; there are [failing, hanging, inbox, keeping, log]");
  }

  @Test
  void digest_isOneMessageAndARowForEachAlert() {
    desk.subscribe(
        "s",
        t ->
            SubscriptionTerms.builder().addSubscribers("ann").addChannels("keeping").digestHour(0));
    desk.book.report("a", ONSET, TICK, 0.4);
    desk.book.report("b", ONSET, TICK, 0.7);
    desk.book.report("c", ONSET, TICK, 0.95);

    assertThat(desk.round()).hasSize(3);
    assertThat(TestSinks.GOT.stream().map(m -> m.lines().size())).containsExactlyInAnyOrder(1, 2);
    assertThat(TestSinks.GOT.stream().map(m -> m.title()))
        .contains("2 alerts, the highest warning");
  }

  /** A name of a rule must not break the lines of a message. */
  @Test
  void title_hasNoLineBreaks() {
    subscribe("ann", "keeping");
    desk.book.report("a", ONSET, TICK, 0.7);
    desk.round();

    assertThat(TestSinks.GOT.get(0).title()).doesNotContain("\n").startsWith("warning: MR-");
  }

  @Test
  void logChannel_delivers() {
    subscribe("ann", "log");
    desk.book.report("a", ONSET, TICK, 0.4);

    assertThat(desk.round()).containsExactly("delivered notice to ann");
  }

  @Test
  void closed_beginsNothing() {
    desk.close();

    assertThatThrownBy(desk.alerts::begin).isInstanceOf(UsageException.class);
  }
}
