package org.minorityreport.core.log.file;

/**
 * Rows of one run in a slice.
 *
 * @param first number of the first of them among the rows of the run in the log, from 1
 * @param rows how many they are, 1 or more
 */
record RunSpan(long first, int rows) {
  long last() {
    return first + rows - 1;
  }
}
