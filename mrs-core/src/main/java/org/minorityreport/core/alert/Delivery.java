package org.minorityreport.core.alert;

import com.google.common.base.Stopwatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.record.NotificationOutcome;
import org.minorityreport.api.record.NotificationRecord;

/** Hands parcels to channels side by side and says what became of each, within a time. */
final class Delivery {
  private static final int WAITING = 0;
  private static final int STARTED = 1;
  private static final int OVER = 2;

  private final Channels channels;
  private final Consumer<List<NotificationRecord>> record;
  private final LinkedBlockingQueue<Sent> done = new LinkedBlockingQueue<>();

  /**
   * A delivery.
   *
   * @param record is given rows as soon as it is known what became of some parcels
   */
  Delivery(Channels channels, Consumer<List<NotificationRecord>> record) {
    this.channels = channels;
    this.record = record;
  }

  /** A parcel on its way. */
  private static final class Sent {
    final Parcel parcel;
    final AtomicInteger stage = new AtomicInteger(WAITING);
    volatile Optional<String> failure = Optional.empty();
    @Nullable FutureTask<?> task;

    Sent(Parcel parcel) {
      this.parcel = parcel;
    }
  }

  /** Returns when all is delivered or the time is over, whatever the sinks do. */
  void deliver(List<Parcel> parcels, Duration time) throws InterruptedException {
    List<Sent> open = new ArrayList<>();
    for (Parcel parcel : parcels) {
      send(parcel).ifPresent(open::add);
    }
    Stopwatch since = Stopwatch.createStarted();
    Set<String> alive = new HashSet<>();
    while (!open.isEmpty()) {
      Sent first = done.poll(time.minus(since.elapsed()).toNanos(), TimeUnit.NANOSECONDS);
      if (first == null) {
        break;
      }
      List<Sent> now = new ArrayList<>(List.of(first));
      done.drainTo(now);
      open.removeAll(now);
      now.forEach(sent -> alive.add(sent.parcel.channel()));
      record.accept(now.stream().flatMap(sent -> rows(sent.parcel, sent.failure)).toList());
    }
    giveUp(open, alive, time);
  }

  private Optional<Sent> send(Parcel parcel) {
    Sent sent = new Sent(parcel);
    Channel channel;
    try {
      channel = channels.get(parcel.channel());
    } catch (RuntimeException e) {
      sent.failure = Optional.of(String.valueOf(e.getMessage()));
      done.add(sent);
      return Optional.of(sent);
    }
    FutureTask<?> task = new FutureTask<>(() -> run(channel, sent), null);
    sent.task = task;
    try {
      channel.threads().execute(task);
      return Optional.of(sent);
    } catch (RejectedExecutionException e) {
      return Optional.empty(); // more than the cap: it stays due
    }
  }

  private void run(Channel channel, Sent sent) {
    if (sent.stage.compareAndSet(WAITING, STARTED)) {
      sent.failure = channel.deliver(sent.parcel);
      if (sent.stage.compareAndSet(STARTED, OVER)) {
        done.add(sent);
      }
    }
  }

  /** What began has failed; what did not begin stays due, unless its whole channel hangs. */
  private void giveUp(List<Sent> open, Set<String> alive, Duration time) {
    List<NotificationRecord> rows = new ArrayList<>();
    for (Sent sent : open) {
      int stage = sent.stage.getAndSet(OVER);
      FutureTask<?> task = sent.task;
      if (task != null) {
        task.cancel(true);
      }
      if (stage == OVER) {
        rows(sent.parcel, sent.failure).forEach(rows::add); // it ended this very moment
      } else if (stage == STARTED) {
        rows(sent.parcel, Optional.of("no answer within " + time)).forEach(rows::add);
      } else if (!alive.contains(sent.parcel.channel())) {
        rows(sent.parcel, Optional.of("the channel answered nobody within " + time))
            .forEach(rows::add);
      }
    }
    channels.purge();
    if (!rows.isEmpty()) {
      record.accept(rows);
    }
  }

  private static Stream<NotificationRecord> rows(Parcel parcel, Optional<String> failure) {
    return parcel.rows().stream()
        .map(
            row ->
                failure.isEmpty()
                    ? row
                    : NotificationRecord.builder()
                        .from(row)
                        .outcome(NotificationOutcome.FAILED.wireName())
                        .message(failure)
                        .build());
  }
}
