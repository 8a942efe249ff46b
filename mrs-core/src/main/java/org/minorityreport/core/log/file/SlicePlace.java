package org.minorityreport.core.log.file;

import org.minorityreport.api.log.Log;

/**
 * Where a slice is and how to know it.
 *
 * @param log its log
 * @param position its commit
 * @param segment number of its file
 * @param offset where in the file
 * @param length its bytes
 * @param rows its rows
 * @param crc CRC32C of its bytes
 */
record SlicePlace(
    Log<?> log, long position, int segment, long offset, int length, int rows, int crc) {
  static SlicePlace of(Slice slice, long position) {
    return new SlicePlace(
        slice.log(),
        position,
        slice.segment(),
        slice.offset(),
        slice.length(),
        slice.rows(),
        slice.crc());
  }

  boolean isInSegmentOf(SlicePlace other) {
    return log == other.log && segment == other.segment;
  }

  long end() {
    return offset + length;
  }

  Finding finding(String what) {
    return Finding.inSlice(log, segment, offset, position, what);
  }

  /** A fault at a place within the slice. */
  Finding finding(int within, String what) {
    return Finding.inSlice(log, segment, offset + within, position, what);
  }
}
