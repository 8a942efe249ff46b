package org.minorityreport.core.alert;

import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.minorityreport.api.alert.AddressBook;
import org.minorityreport.api.alert.AlertSink;

/** A sink with threads of its own, so that one that hangs holds up nobody but itself. */
final class Channel implements AutoCloseable {
  private static final int MOST_TEXT = 500;
  private static final int IDLE_SECONDS = 10;

  private final AlertSink sink;
  private final AddressBook addresses;
  private final ThreadPoolExecutor threads;

  Channel(AlertSink sink, AddressBook addresses, AlertLimits limits) {
    this.sink = sink;
    this.addresses = addresses;
    this.threads =
        new ThreadPoolExecutor(
            limits.threads(),
            limits.threads(),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(limits.mostAtOnce()),
            job -> {
              Thread thread = new Thread(job, "mrs-alerts-" + sink.channel());
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  ThreadPoolExecutor threads() {
    return threads;
  }

  /**
   * Hands a parcel to the sink.
   *
   * @return what went wrong, without the address; empty if it was delivered
   */
  Optional<String> deliver(Parcel parcel) {
    String address = "";
    try {
      if (sink.needsAddress()) {
        Optional<String> found =
            addresses.addressOf(parcel.message().subscriber(), parcel.channel());
        if (found.isEmpty()) {
          return Optional.of("the host has no address of this subscriber for this channel");
        }
        address = found.get();
      }
      sink.deliver(parcel.message(), address);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    } catch (Exception e) {
      return Optional.of(without(address, e));
    }
  }

  private static String without(String address, Exception failure) {
    String text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
    String safe = address.isEmpty() ? text : text.replace(address, "<address>");
    return safe.length() <= MOST_TEXT ? safe : safe.substring(0, MOST_TEXT) + "...";
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      sink.close();
    } catch (Exception e) {
      // a sink that cannot be closed leaves nothing to be done
    }
  }
}
