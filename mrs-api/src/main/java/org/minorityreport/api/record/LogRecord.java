package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.time.Instant;
import java.util.Map;
import org.immutables.value.Value;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.value.AllowNulls;

/** What every row of every log has. */
public interface LogRecord {
  /** {@return the line of work} */
  RunId runId();

  /**
   * Which appearance of its key this row is. The log store assigns it inside the append; a row that
   * is not yet appended says 1.
   *
   * @return 1 or more
   */
  @Value.Default
  default int version() {
    return 1;
  }

  /** {@return the tick; in rows of people and administrators the moment they acted} */
  Instant writtenAt();

  /** {@return fields that a newer library wrote and this one does not know, kept on rewrite} */
  @AllowNulls
  @JsonAnyGetter
  Map<String, Object> unknownFields();
}
