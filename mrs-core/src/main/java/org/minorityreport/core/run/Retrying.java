package org.minorityreport.core.run;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.minorityreport.api.error.TransientLogStoreException;
import org.minorityreport.api.error.UsageException;

/** Calls again what failed and may come right by itself. Thread-safe. */
final class Retrying {
  private final Retries retries;
  private final FailsafeExecutor<Object> executor;

  private Retrying(Retries retries, Predicate<Throwable> wanted, Consumer<Duration> waits) {
    this.retries = retries;
    this.executor =
        Failsafe.with(
            RetryPolicy.<Object>builder()
                .handleIf(failure -> wanted.test(failure))
                .withMaxAttempts(retries.attempts())
                .withBackoff(retries.firstDelay(), retries.longestDelay(), retries.factor())
                .onRetryScheduled(event -> waits.accept(event.getDelay()))
                .build());
  }

  /** Of a source: whatever it throws, unless it was read and cannot be used. */
  static Retrying sources(Retries retries) {
    return sources(retries, delay -> {});
  }

  /**
   * Of a source.
   *
   * @param waits is told each delay before it begins
   */
  static Retrying sources(Retries retries, Consumer<Duration> waits) {
    return new Retrying(
        retries,
        failure -> failure instanceof RuntimeException && !(failure instanceof UsageException),
        waits);
  }

  /**
   * Of a log store: what it says may come right, and what is none of its own exceptions. A commit
   * that was taken in after all only leaves duplicates when it comes again, which are dropped.
   */
  static Retrying sinks(Retries retries) {
    return new Retrying(
        retries,
        failure ->
            failure instanceof TransientLogStoreException
                || (failure instanceof RuntimeException && !(failure instanceof UsageException)),
        delay -> {});
  }

  /** Calls until it succeeds or the attempts are used up; throws what the last one threw. */
  <T> T call(Supplier<T> work) {
    return retries.attempts() == 1 ? work.get() : executor.get(work::get);
  }

  int attempts() {
    return retries.attempts();
  }
}
