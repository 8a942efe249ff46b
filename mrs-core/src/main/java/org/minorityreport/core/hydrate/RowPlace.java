package org.minorityreport.core.hydrate;

import java.time.Instant;
import java.util.Comparator;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.StoredRow;

/**
 * Where a row stands, without its content: views keep many of these and no row.
 *
 * @param log its log
 * @param number its number among the rows of its run in its log, from 1
 * @param position the commit that brought it
 * @param writtenAt its tick
 */
record RowPlace(Log<?> log, long number, CommitPosition position, Instant writtenAt) {
  /** By log and number: the order of what a view shows. */
  static final Comparator<RowPlace> BY_LOG =
      Comparator.comparing((RowPlace place) -> place.log().wireName())
          .thenComparingLong(RowPlace::number);

  /** By commit: the order in which things became known. */
  static final Comparator<RowPlace> BY_COMMIT =
      Comparator.comparing(RowPlace::position).thenComparing(BY_LOG);

  static RowPlace of(StoredRow row) {
    return new RowPlace(row.log(), row.rowNumber(), row.position(), row.writtenAt());
  }
}
