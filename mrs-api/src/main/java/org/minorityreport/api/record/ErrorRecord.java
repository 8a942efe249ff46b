package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A row of errors_log: a row or call that could not be processed. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableErrorRecord.class)
@JsonPropertyOrder({
  "run_id",
  "written_at",
  "version",
  "stage",
  "kind",
  "source",
  "payload_digest",
  "report_id",
  "payload",
  "message",
  "attempts"
})
public interface ErrorRecord extends LogRecord {
  /** {@return the stage that met it} */
  String stage();

  /** {@return what was wrong, as a code} */
  String kind();

  /** {@return where: file and line, or model} */
  String source();

  /** {@return SHA-256 of the uncut raw text, as hex} */
  String payloadDigest();

  /** {@return the report concerned} */
  Optional<ReportId> reportId();

  /** {@return the raw text, cut at 64 KiB with a marker} */
  String payload();

  /** {@return what was wrong, with value and expectation} */
  String message();

  /** {@return how often it was tried, 1 or more} */
  int attempts();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ErrorRecord}; one thread at a time. */
  final class Builder extends ImmutableErrorRecord.Builder {
    Builder() {}
  }
}
