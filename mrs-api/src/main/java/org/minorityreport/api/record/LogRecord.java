package org.minorityreport.api.record;

import java.time.Instant;
import org.immutables.value.Value;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.value.KeepsUnknownFields;

/** What every row of every log has. */
public interface LogRecord extends KeepsUnknownFields {
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
}
