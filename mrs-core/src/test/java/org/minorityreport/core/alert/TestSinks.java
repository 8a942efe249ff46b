package org.minorityreport.core.alert;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.minorityreport.api.alert.AlertMessage;
import org.minorityreport.api.alert.AlertSink;
import org.minorityreport.api.alert.AlertSinkProvider;

/** Sinks that misbehave, found through ServiceLoader like any other. */
public final class TestSinks {
  static final List<AlertMessage> GOT = Collections.synchronizedList(new ArrayList<>());
  static volatile CountDownLatch entered = new CountDownLatch(1);
  static volatile CountDownLatch release = new CountDownLatch(1);

  private TestSinks() {}

  static void reset() {
    GOT.clear();
    entered = new CountDownLatch(1);
    release = new CountDownLatch(1);
  }

  interface Body {
    void deliver(AlertMessage message, String address) throws Exception;
  }

  private static AlertSink sink(String channel, Body body) {
    return new AlertSink() {
      @Override
      public String channel() {
        return channel;
      }

      @Override
      public void deliver(AlertMessage message, String address) throws Exception {
        body.deliver(message, address);
      }
    };
  }

  /** Never answers and takes no notice of interrupts until it is released. */
  public static final class Hanging implements AlertSinkProvider {
    /** For ServiceLoader. */
    public Hanging() {}

    @Override
    public String channel() {
      return "hanging";
    }

    @Override
    public AlertSink create(Map<String, String> settings) {
      return sink(
          "hanging",
          (message, address) -> {
            entered.countDown();
            CountDownLatch latch = release;
            boolean open = false;
            while (!open) {
              try {
                latch.await();
                open = true;
              } catch (InterruptedException e) {
                // deaf
              }
            }
          });
    }
  }

  /** Fails and tells the address. */
  public static final class Failing implements AlertSinkProvider {
    /** For ServiceLoader. */
    public Failing() {}

    @Override
    public String channel() {
      return "failing";
    }

    @Override
    public AlertSink create(Map<String, String> settings) {
      return sink(
          "failing",
          (message, address) -> {
            throw new IOException("no route to " + address);
          });
    }
  }

  /** Keeps what it is given. */
  public static final class Keeping implements AlertSinkProvider {
    /** For ServiceLoader. */
    public Keeping() {}

    @Override
    public String channel() {
      return "keeping";
    }

    @Override
    public AlertSink create(Map<String, String> settings) {
      return sink("keeping", (message, address) -> GOT.add(message));
    }
  }
}
