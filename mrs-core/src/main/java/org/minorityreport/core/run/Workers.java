package org.minorityreport.core.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.minorityreport.api.error.UsageException;

/**
 * The threads of a runner. Results come in the order of the jobs, however many threads there are.
 */
final class Workers implements AutoCloseable {
  private final ExecutorService threads;

  Workers(int count) {
    this.threads =
        Executors.newFixedThreadPool(
            count,
            job -> {
              Thread thread = new Thread(job, "mrs-worker");
              thread.setDaemon(true);
              return thread;
            });
  }

  <T> List<T> all(List<Callable<T>> jobs) {
    try {
      List<T> results = new ArrayList<>(jobs.size());
      for (Future<T> future : threads.invokeAll(jobs)) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UsageException("the tick was interrupted; nothing was appended", e);
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

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
