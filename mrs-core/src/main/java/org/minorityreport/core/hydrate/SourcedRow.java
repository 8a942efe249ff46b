package org.minorityreport.core.hydrate;

import java.time.Instant;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.core.json.LogCodec;

/**
 * What a row says, and which row says it.
 *
 * @param <R> type of the record
 * @param row what it says
 * @param place where it stands
 */
record SourcedRow<R extends LogRecord>(R row, RowPlace place) {
  static <R extends LogRecord> SourcedRow<R> read(Log<R> log, StoredRow stored) {
    return new SourcedRow<>(LogCodec.read(log, stored), RowPlace.of(stored));
  }

  Instant writtenAt() {
    return place.writtenAt();
  }
}
