package org.minorityreport.testkit.model;

import java.util.Iterator;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import org.jspecify.annotations.Nullable;

/**
 * Tries many cases, the same each time, and tells of those that fail the smallest. jqwik makes the
 * cases and makes them smaller.
 */
final class Cases {
  private static final long SEED = 20_250_807;
  private static final int GENERATION = 1000;

  /** So often a failure is tried again with something smaller. */
  private static final int SHRINKS = 600;

  private Cases() {}

  /**
   * Tries cases until one fails.
   *
   * @param check throws an {@link AssertionError} if the case fails
   */
  static <T> void all(Arbitrary<T> cases, int tries, Consumer<T> check) {
    AtomicReference<@Nullable AssertionError> failed = new AtomicReference<>();
    JqwikSession.run(() -> failed.set(firstFailure(cases, tries, check)));
    AssertionError failure = failed.get();
    if (failure != null) {
      throw failure;
    }
  }

  private static <T> @Nullable AssertionError firstFailure(
      Arbitrary<T> cases, int tries, Consumer<T> check) {
    RandomGenerator<T> generator = cases.generator(GENERATION, true);
    Random random = new Random(SEED);
    for (int i = 0; i < tries; i++) {
      Shrinkable<T> next = generator.next(random);
      AssertionError failure = failure(next, check);
      if (failure != null) {
        return smallest(next, failure, check);
      }
    }
    return null;
  }

  private static <T> AssertionError smallest(
      Shrinkable<T> failing, AssertionError failure, Consumer<T> check) {
    Iterator<Shrinkable<T>> smaller = failing.shrink().iterator();
    AssertionError smallest = failure;
    for (int i = 0; i < SHRINKS && smaller.hasNext(); i++) {
      Shrinkable<T> next = smaller.next();
      AssertionError again = failure(next, check);
      if (again != null) {
        smallest = again;
        smaller = next.shrink().iterator();
      }
    }
    return smallest;
  }

  private static <T> @Nullable AssertionError failure(Shrinkable<T> next, Consumer<T> check) {
    try {
      check.accept(next.value());
      return null;
    } catch (AssertionError e) {
      return e;
    }
  }
}
