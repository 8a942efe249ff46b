package org.minorityreport.examples.benchmarks.child;

/**
 * How a child ended. Immutable.
 *
 * @param exit its exit code
 * @param seconds from its start to its end
 * @param errors what it wrote on standard error if it failed, cut after some lines
 */
public record ChildResult(int exit, double seconds, String errors) {
  /** {@return whether it ran out of heap} */
  public boolean isOutOfMemory() {
    return exit != 0 && errors.contains("OutOfMemoryError");
  }
}
