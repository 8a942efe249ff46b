package org.minorityreport.mock.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.mock.world.narrative.FeedFaultKind;

/** A fault of the feed that took place in a world. Immutable. */
@Value.Immutable
@MrsValue
public interface TrueFault {
  /** {@return the id in the library} */
  String id();

  /** {@return what goes wrong} */
  FeedFaultKind kind();

  /** {@return from its first to the end of its last step} */
  TimeSpan span();

  /** {@return the stores concerned, sorted; never empty} */
  List<StoreId> stores();

  /** {@return when the right rows arrive; absent for those that never do} */
  Optional<Instant> deliveredAt();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link TrueFault}; one thread at a time. */
  final class Builder extends ImmutableTrueFault.Builder {
    Builder() {}
  }
}
