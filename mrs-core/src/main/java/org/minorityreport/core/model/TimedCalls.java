package org.minorityreport.core.model;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.google.common.util.concurrent.Uninterruptibles;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.minorityreport.api.model.ModelInfo;

/**
 * Makes calls on threads of its own, so that one that never comes back holds up nobody: it is
 * interrupted and left alone. A model of which too many calls have not come back is not asked until
 * some do, which bounds both threads and the time that a tick can lose. Thread-safe.
 */
public final class TimedCalls implements CallWatch, AutoCloseable {
  /** How many calls to a model may be out at once after their time. */
  static final int MOST_LATE = 8;

  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          new ThreadFactoryBuilder().setDaemon(true).setNameFormat("mrs-model-%d").build());
  private final ConcurrentMap<String, AtomicInteger> late = new ConcurrentHashMap<>();

  /** What became of a call as its two threads see it. */
  private enum State {
    OUT,
    BACK,
    LATE
  }

  /** Makes a watch whose threads end by themselves when idle. */
  public TimedCalls() {}

  @Override
  @SuppressWarnings("NullAway") // a model may answer null, and the guard says so
  public <A> A call(ModelInfo model, Duration budget, Supplier<A> call) {
    AtomicInteger hanging = late.computeIfAbsent(model.id(), id -> new AtomicInteger());
    if (hanging.get() >= MOST_LATE) {
      throw new CallTimeout(
          "it was not called, as " + MOST_LATE + " calls before had not come back");
    }
    AtomicReference<State> state = new AtomicReference<>(State.OUT);
    Future<A> answer = threads.submit(() -> run(call, state, hanging));
    try {
      return Uninterruptibles.getUninterruptibly(answer, budget);
    } catch (ExecutionException e) {
      throw thrown(e);
    } catch (TimeoutException e) {
      hanging.incrementAndGet();
      if (!state.compareAndSet(State.OUT, State.LATE)) {
        hanging.decrementAndGet(); // it came back at the last moment, too late all the same
      }
      answer.cancel(true);
      throw new CallTimeout("it did not answer within " + budget.toMillis() + " ms");
    }
  }

  private static <A> A run(Supplier<A> call, AtomicReference<State> state, AtomicInteger hanging) {
    try {
      return call.get();
    } finally {
      if (!state.compareAndSet(State.OUT, State.BACK)) {
        hanging.decrementAndGet();
      }
    }
  }

  private static RuntimeException thrown(ExecutionException e) {
    Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
    Throwables.throwIfUnchecked(cause);
    return new IllegalStateException(cause);
  }

  /** Ends idle threads, and interrupts calls that are still out. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
