package org.minorityreport.testkit.store;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.LogStoreException;

/** Says in words of the domain what a store does wrong. */
final class Expect {
  private Expect() {}

  static void that(boolean condition, Supplier<String> otherwise) {
    if (!condition) {
      throw new AssertionError(otherwise.get());
    }
  }

  static void same(String question, @Nullable Object found, @Nullable Object expected) {
    that(
        Objects.equals(found, expected),
        () -> question + ": the store says " + words(found) + ", but it is " + words(expected));
  }

  private static String words(@Nullable Object answer) {
    String text = String.valueOf(answer);
    return answer == null || text.isEmpty() ? "nothing" : text;
  }

  /** A call that must be refused, in words that name all of some things. */
  static void refused(String what, Runnable call, String... named) {
    String message = refusal(what, call);
    for (String name : named) {
      that(
          message.contains(name),
          () -> what + " is refused without naming '" + name + "': " + message);
    }
  }

  private static String refusal(String what, Runnable call) {
    try {
      call.run();
    } catch (LogStoreException e) {
      return String.valueOf(e.getMessage());
    } catch (RuntimeException e) {
      throw new AssertionError(what + " is refused by " + e + " instead of a LogStoreException", e);
    }
    throw new AssertionError(what + " is accepted, but must be refused");
  }
}
