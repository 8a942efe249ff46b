package org.minorityreport.core.log.file;

import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;

/**
 * The rows of one log in one commit, as the bytes that stand in its file and were found sound. Good
 * until the reader that was given it returns: the bytes are then those of the next slice.
 */
public final class RowSlice {
  private final SlicePlace place;
  private final long firstRow;
  private final int rows;
  private final byte[] bytes;

  RowSlice(SlicePlace place, long firstRow, int rows, byte[] bytes) {
    this.place = place;
    this.firstRow = firstRow;
    this.rows = rows;
    this.bytes = bytes;
  }

  /** {@return the log} */
  public Log<?> log() {
    return place.log();
  }

  /** {@return the commit} */
  public CommitPosition position() {
    return CommitPosition.of(place.position());
  }

  /** {@return number of the file} */
  public int segment() {
    return place.segment();
  }

  /** {@return where in the file the slice begins} */
  public long offset() {
    return place.offset();
  }

  /** {@return number of the first row of the run that was asked for, from 1} */
  public long firstRow() {
    return firstRow;
  }

  /** {@return whether all rows are of the run that was asked for} */
  public boolean isOfOneRun() {
    return rows == place.rows();
  }

  /** {@return how many rows of that run there are} */
  public int rows() {
    return rows;
  }

  /** {@return lines of JSON, each ended by a line break; only {@link #length()} bytes count} */
  public byte[] bytes() {
    return bytes;
  }

  /** {@return how many bytes count} */
  public int length() {
    return place.length();
  }
}
