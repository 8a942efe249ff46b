package org.minorityreport.api.lifecycle;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.record.MonitoringRecord;
import org.minorityreport.api.record.RetrainRequest;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What monitoring found as of a tick. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableMonitoringResult.class)
@JsonPropertyOrder({"tick", "measures", "requests", "appended"})
public interface MonitoringResult {
  /** {@return the tick} */
  Instant tick();

  /**
   * {@return a row for each measure that there was enough for, by role, model, measure, subject}
   */
  List<MonitoringRecord> measures();

  /** {@return requests for measures that crossed their threshold at this tick, by id} */
  List<RetrainRequest> requests();

  /** {@return how many rows were appended: 0 if the logs had them all} */
  long appended();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link MonitoringResult}; one thread at a time. */
  final class Builder extends ImmutableMonitoringResult.Builder {
    Builder() {}
  }
}
