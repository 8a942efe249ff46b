package org.minorityreport.core.log.file;

/** The lines of a slice, one after the other. One thread at a time. */
final class Lines {
  private final byte[] bytes;
  private int start;
  private int end = -1;

  Lines(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Goes to the next line; false if there is none. */
  boolean next() {
    start = end + 1;
    end = start < bytes.length ? endOf(bytes, start) : start;
    return start < bytes.length;
  }

  int start() {
    return start;
  }

  /** Where the line break is. */
  int end() {
    return end;
  }

  private static int endOf(byte[] bytes, int start) {
    int at = start;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return at;
  }
}
