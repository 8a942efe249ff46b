package org.minorityreport.core.hydrate;

import java.time.Instant;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.core.json.LazyRecord;

/**
 * What a row says, and which row says it.
 *
 * @param <R> type of the record
 * @param row what it says
 * @param place where it stands
 */
record SourcedRow<R extends LogRecord>(R row, RowPlace place) {
  static <R extends LogRecord> SourcedRow<R> read(Log<R> log, Pick pick, RowSource.Rows rows) {
    return new SourcedRow<>(LazyRecord.of(log.recordType(), pick.json(rows)), pick.place());
  }

  Instant writtenAt() {
    return place.writtenAt();
  }
}
