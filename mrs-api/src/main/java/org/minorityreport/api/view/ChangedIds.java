package org.minorityreport.api.view;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What is shown otherwise than it was at an earlier position. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableChangedIds.class)
@JsonPropertyOrder({"since", "refresh_seq", "report_ids", "event_ids"})
public interface ChangedIds {
  /** {@return the commit position that was known} */
  long since();

  /** {@return the commit position that it is compared with: what to ask from next} */
  long refreshSeq();

  /** {@return reports that are new, differ in any field, or are no more; sorted} */
  List<ReportId> reportIds();

  /** {@return events that are new, differ in any field, or are no more; sorted} */
  List<EventId> eventIds();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ChangedIds}; one thread at a time. */
  final class Builder extends ImmutableChangedIds.Builder {
    Builder() {}
  }
}
