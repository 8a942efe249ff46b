package org.minorityreport.api.rehearsal;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.provenance.FieldChange;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A report that two runs show differently. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableReportChange.class)
@JsonPropertyOrder({"report_id", "changes"})
public interface ReportChange {
  /** {@return the report} */
  ReportId reportId();

  /** {@return cause and window, the first run before, the second after} */
  List<FieldChange> changes();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ReportChange}; one thread at a time. */
  final class Builder extends ImmutableReportChange.Builder {
    Builder() {}
  }
}
