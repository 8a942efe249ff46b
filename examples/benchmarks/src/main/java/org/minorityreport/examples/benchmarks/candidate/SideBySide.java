package org.minorityreport.examples.benchmarks.candidate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Turns the items of a list into others on some threads, the caller's being one of them. */
public final class SideBySide implements AutoCloseable {
  private final int threads;
  private final ExecutorService others;

  /**
   * Starts the threads.
   *
   * @param threads how many, 1 or more
   */
  public SideBySide(int threads) {
    this.threads = threads;
    this.others =
        Executors.newFixedThreadPool(
            Math.max(1, threads - 1),
            task -> {
              Thread thread = new Thread(task, "encoder");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Turns items into others.
   *
   * @param <T> type of the items
   * @param <R> type of the others
   * @param items the items
   * @param function turns one into another, on any of the threads
   * @return the results in the order of the items
   * @throws InterruptedException if the wait for a thread is interrupted
   * @throws ExecutionException if the function fails on another thread
   */
  public <T, R> List<R> map(List<T> items, Function<T, R> function)
      throws InterruptedException, ExecutionException {
    if (threads == 1) {
      return part(items, function);
    }
    int each = (items.size() + threads - 1) / threads;
    List<Future<List<R>>> parts = new ArrayList<>();
    for (int from = each; from < items.size(); from += each) {
      List<T> part = items.subList(from, Math.min(items.size(), from + each));
      parts.add(others.submit(() -> part(part, function)));
    }
    List<R> all = part(items.subList(0, Math.min(each, items.size())), function);
    for (Future<List<R>> part : parts) {
      all.addAll(part.get());
    }
    return all;
  }

  private static <T, R> List<R> part(List<T> items, Function<T, R> function) {
    List<R> results = new ArrayList<>(items.size());
    for (T item : items) {
      results.add(function.apply(item));
    }
    return results;
  }

  @Override
  public void close() {
    others.shutdownNow();
  }
}
