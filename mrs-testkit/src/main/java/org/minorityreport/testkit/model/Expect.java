package org.minorityreport.testkit.model;

import java.util.function.Supplier;

/** Says in words of the domain what a model does wrong. */
final class Expect {
  private Expect() {}

  static void that(boolean condition, Supplier<String> otherwise) {
    if (!condition) {
      throw new AssertionError(otherwise.get());
    }
  }
}
