package org.minorityreport.core.alert;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.alert.InboxItem;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.health.Health;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.NotificationRecord;
import org.minorityreport.core.hydrate.HydratedView;
import org.minorityreport.core.json.LogCodec;

/**
 * Tells people of what needs them (spec 8.4). A host calls {@link #begin()} after each tick, and
 * now and then in between for what becomes due by time; no tick ever waits for it. What is due
 * follows from the logs, so nothing is lost or told twice when a process ends, but for a message
 * whose row could not be written any more: that is delivered again, under the same notification id.
 * Thread-safe.
 */
public final class Alerts implements AutoCloseable {
  private final LogStore store;
  private final Supplier<HydratedView> views;
  private final Function<HydratedView, Health> healthOf;
  private final InstantSource clock;
  private final AlertOptions options;
  private final AlertRules rules;
  private final NotificationHistory history;
  private final Inbox inbox;
  private final Channels channels;
  private final ThreadPoolExecutor rounds;
  private final Object oneRound = new Object();
  private @Nullable CompletableFuture<AlertRound> waiting;

  /**
   * Alerting for a run. One object for each run: two would tell everything twice.
   *
   * @param store the logs, which stay the caller's
   * @param run the line of work
   * @param views the view of today
   * @param healthOf the health of a view
   * @param clock the wall time
   * @param options what the host says
   */
  public Alerts(
      LogStore store,
      RunId run,
      Supplier<HydratedView> views,
      Function<HydratedView, Health> healthOf,
      InstantSource clock,
      AlertOptions options) {
    this.store = store;
    this.views = views;
    this.healthOf = healthOf;
    this.clock = clock;
    this.options = options;
    this.rules = new AlertRules(store, run);
    this.history = new NotificationHistory(store, run);
    this.inbox = new Inbox(history, this::append);
    this.channels = new Channels(options);
    this.rounds =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(1),
            job -> {
              Thread thread = new Thread(job, "mrs-alerts");
              thread.setDaemon(true);
              return thread;
            });
    rounds.allowCoreThreadTimeOut(true);
  }

  /** {@return the alert rules and subscriptions, to be read and set} */
  public AlertRules rules() {
    return rules;
  }

  /**
   * Begins a round on a thread of alerting and returns at once. If a round is waiting for the one
   * under way, that one will see the same, and no other is added.
   *
   * @return the round; it fails as {@link #round()} does
   * @throws UsageException if this is closed
   */
  public synchronized CompletableFuture<AlertRound> begin() {
    if (rounds.isShutdown()) {
      throw new UsageException("alerting is closed; open a new one");
    }
    CompletableFuture<AlertRound> next = waiting;
    if (next != null) {
      return next;
    }
    CompletableFuture<AlertRound> added = new CompletableFuture<>();
    waiting = added;
    rounds.execute(() -> go(added));
    return added;
  }

  private void go(CompletableFuture<AlertRound> round) {
    synchronized (this) {
      waiting = null; // what happens from now on needs another round
    }
    try {
      round.complete(round());
    } catch (RuntimeException | Error e) {
      round.completeExceptionally(e);
    }
  }

  /**
   * Finds out what is due, delivers it, and returns when that is done or its time is over. Rounds
   * wait for each other.
   *
   * @return what it did
   * @throws UsageException if the thread is interrupted while it waits for sinks
   * @throws org.minorityreport.api.error.LogStoreException if the logs fail
   */
  public AlertRound round() {
    synchronized (oneRound) {
      HydratedView view = views.get();
      Health health = healthOf.apply(view);
      Instant now = clock.instant();
      AlertState state = new AlertState(view.reports().all(), view.events().all(), health, now);
      List<Due> due =
          AlertPlan.due(
              state,
              rules.rulesInForce(now),
              rules.subscriptionsInForce(now),
              history.read(),
              options.limits(),
              options.baseAddress().map(URI::toString));
      List<NotificationRecord> rows = new ArrayList<>();
      append(rows, due.stream().filter(d -> !d.isDelivery()).map(Due::row).toList());
      List<Parcel> parcels =
          Parcel.of(due.stream().filter(Due::isDelivery).toList(), health.tick());
      try {
        new Delivery(channels, done -> append(rows, done))
            .deliver(parcels, options.limits().timeLimit());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new UsageException("interrupted while it waited for sinks; begin another round", e);
      }
      return new AlertRound(rows);
    }
  }

  private void append(List<NotificationRecord> all, List<NotificationRecord> rows) {
    if (!rows.isEmpty()) {
      append(rows);
      all.addAll(rows);
    }
  }

  private void append(List<NotificationRecord> rows) {
    store.append(
        Commit.of(
            List.of(
                LogSlice.of(
                    Logs.NOTIFICATIONS,
                    Writer.ALERTING,
                    rows.stream().map(row -> LogCodec.row(Logs.NOTIFICATIONS, row)).toList()))));
  }

  /**
   * What a subscriber was told by the channel {@code inbox}.
   *
   * @param subscriber an id of a person or program
   * @return the items, newest first
   */
  public List<InboxItem> inbox(String subscriber) {
    return inbox.of(subscriber, clock.instant());
  }

  /**
   * Notes that a subscriber read an alert; saying so again changes nothing.
   *
   * @param subscriber who was told
   * @param notificationId the alert
   * @throws UsageException if that subscriber was not told so
   */
  public void read(String subscriber, String notificationId) {
    inbox.read(subscriber, notificationId, clock.instant());
  }

  /**
   * Notes that a subscriber takes care of an alert, so that it goes on to nobody else.
   *
   * @param subscriber who was told
   * @param notificationId the alert
   * @throws UsageException if that subscriber was not told so
   */
  public void acknowledge(String subscriber, String notificationId) {
    inbox.acknowledge(subscriber, notificationId, clock.instant());
  }

  /**
   * Notes that a subscriber wants to see an alert later; until then it does not go on to the next.
   *
   * @param subscriber who was told
   * @param notificationId the alert
   * @param until when, after now
   * @throws UsageException if that subscriber was not told so, or the time is over
   */
  public void snooze(String subscriber, String notificationId, Instant until) {
    inbox.snooze(subscriber, notificationId, clock.instant(), until);
  }

  /**
   * Every row about alerts so far.
   *
   * @return the rows that stand, in the order in which they came
   */
  public List<NotificationRecord> notifications() {
    return history.read().stream().map(Told::row).toList();
  }

  /** Ends the threads and closes the sinks; does not wait for them. The logs stay open. */
  @Override
  public void close() {
    rounds.shutdown();
    channels.close();
  }
}
