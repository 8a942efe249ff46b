package org.minorityreport.core.work;

import com.google.common.collect.Lists;
import com.google.common.math.IntMath;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.minorityreport.api.error.UsageException;

/**
 * Threads that share a list of jobs. Results come in the order of the jobs, however many threads
 * there are.
 */
public final class Workers implements AutoCloseable {
  private static final int PARTS_OF_A_THREAD = 2;

  private final int count;
  private final ExecutorService threads;

  /**
   * Some threads, which end when this is closed.
   *
   * @param count 1 or more
   */
  public Workers(int count) {
    this.count = count;
    this.threads =
        Executors.newFixedThreadPool(
            count,
            job -> {
              Thread thread = new Thread(job, "mrs-worker");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Cuts items into parts that keep all threads busy, for one job each.
   *
   * @param <T> what they are
   * @param items the items
   * @param most how many a part has at most, 1 or more
   * @return the parts, in the order of the items
   */
  public <T> List<List<T>> parts(List<T> items, int most) {
    int share = IntMath.divide(items.size(), count * PARTS_OF_A_THREAD, RoundingMode.CEILING);
    return Lists.partition(items, Math.max(1, Math.min(most, share)));
  }

  /**
   * Does all jobs.
   *
   * @param <T> what a job makes
   * @param jobs the jobs; what one throws is thrown
   * @return what they made, in their order
   * @throws UsageException if the thread that waits is interrupted, or this is closed
   */
  public <T> List<T> all(List<Callable<T>> jobs) {
    try {
      List<T> results = new ArrayList<>(jobs.size());
      for (Future<T> future : threads.invokeAll(jobs)) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UsageException("interrupted while it waited for its threads; ask again", e);
    } catch (RejectedExecutionException e) {
      throw new UsageException("closed; open a new one", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Lets the jobs that were given end, and takes no more; does not wait. */
  @Override
  public void close() {
    threads.shutdown();
  }
}
