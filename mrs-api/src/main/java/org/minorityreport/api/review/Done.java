package org.minorityreport.api.review;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What became of an act that was accepted. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableDone.class)
@JsonPropertyOrder({"row", "position", "repeated", "deciding_on_their_own"})
public interface Done {
  /** {@return the row, as the log holds it} */
  UserEdit row();

  /** {@return the commit that holds it; of a repeated act the newest one} */
  long position();

  /**
   * {@return whether the same act on the same state was there already, so that nothing was
   * appended}
   */
  boolean repeated();

  /** {@return of an event's reopening: its reports that keep a decision of their own, sorted} */
  List<ReportId> decidingOnTheirOwn();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Done}; one thread at a time. */
  final class Builder extends ImmutableDone.Builder {
    Builder() {}
  }
}
