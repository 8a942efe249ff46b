package org.minorityreport.examples.csv;

import org.jspecify.annotations.Nullable;

/**
 * What the text of a time means in one zone: the step that starts then, or why there is none. Of an
 * hour that the clock repeats there are two, the earlier and the later.
 *
 * @param earlier start of the step, in seconds since the epoch
 * @param later the same, unless the clock repeats the hour
 * @param problem code of what is wrong, or null
 * @param expectation what was expected, if there is a problem
 */
record StepTime(long earlier, long later, @Nullable String problem, String expectation) {

  static StepTime at(long earlier, long later) {
    return new StepTime(earlier, later, null, "");
  }

  static StepTime bad(String problem, String expectation) {
    return new StepTime(0, 0, problem, expectation);
  }

  boolean isRepeated() {
    return earlier != later;
  }
}
