package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A row of MEEL: a report closed, or was opened again. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableReportEnded.class)
@JsonPropertyOrder({
  "report_id",
  "version",
  "run_id",
  "written_at",
  "store_id",
  "window_end",
  "event_status",
  "end_reason"
})
public interface ReportEnded extends LogRecord {
  /** {@return the report} */
  ReportId reportId();

  /** {@return where} */
  StoreId storeId();

  /** {@return end of the window; absent for active} */
  Optional<Instant> windowEnd();

  /** {@return ended, or active if detection opened the report again} */
  EventStatus eventStatus();

  /** {@return why} */
  EndReason endReason();

  /** Checks the rules of the fields. */
  @Value.Check
  default void check() {
    Rules.check(
        (eventStatus() == EventStatus.ACTIVE) == (endReason() == EndReason.REOPENED),
        "end_reason",
        endReason(),
        "reopened for active rows and only for them");
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ReportEnded}; one thread at a time. */
  final class Builder extends ImmutableReportEnded.Builder {
    Builder() {}
  }
}
