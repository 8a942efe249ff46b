package org.minorityreport.core.log.file;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Uninterruptibles;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A thread of the store's own for what can be done while the disk works. Not one of a pool that
 * others use: a thread that waits there may be given another append to do, under the lock that it
 * already holds. It ends when there was nothing to do for a while.
 */
final class SideThread {
  private static final long IDLE_SECONDS = 10;

  private final ThreadPoolExecutor thread;

  SideThread(String name) {
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> made(name, work));
    this.thread.allowCoreThreadTimeOut(true);
  }

  /**
   * Begins some work, after what was begun before.
   *
   * @param beside whether it is worth another thread; if not it is done at once
   */
  <T> Future<T> begin(boolean beside, Callable<T> work) {
    if (beside) {
      return thread.submit(work);
    }
    FutureTask<T> now = new FutureTask<>(work);
    now.run();
    return now;
  }

  /**
   * Waits for some work, whoever interrupts; it must have a result. What it throws comes through.
   */
  static <T> T await(Future<T> work) {
    try {
      return Objects.requireNonNull(Uninterruptibles.getUninterruptibly(work), "result");
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      Throwables.throwIfUnchecked(cause);
      throw new IllegalStateException(cause);
    }
  }

  /** Lets what was begun come to its end, and nothing after it. */
  void end() {
    thread.shutdown();
  }

  private static Thread made(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
