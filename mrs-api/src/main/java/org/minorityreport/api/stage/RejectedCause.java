package org.minorityreport.api.stage;

import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.value.MrsValue;

/**
 * A cause that a person rejected for a report, and linked what it was instead (spec 4.3): it is not
 * proposed for that report again, unless something else speaks for it. Immutable.
 */
@Value.Immutable
@MrsValue
public interface RejectedCause {
  /** {@return the cause} */
  String cause();

  /** {@return its category} */
  String category();

  /** {@return what spoke for it when it was rejected} */
  List<Evidence> evidence();

  /**
   * Whether a cause is this one, with nothing new for it.
   *
   * @param other a cause
   * @param itsCategory its category
   * @param itsEvidence what speaks for it
   * @return true if it is not to be proposed: it has the same name and category, and all its
   *     evidence was there, with the same content, when a person rejected it
   */
  default boolean covers(String other, String itsCategory, List<Evidence> itsEvidence) {
    return cause().equals(other)
        && category().equals(itsCategory)
        && itsEvidence.stream().allMatch(this::knew);
  }

  private boolean knew(Evidence one) {
    return evidence().stream()
        .anyMatch(
            known ->
                known.ref().equals(one.ref()) && known.contentHash().equals(one.contentHash()));
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link RejectedCause}; one thread at a time. */
  final class Builder extends ImmutableRejectedCause.Builder {
    Builder() {}
  }
}
