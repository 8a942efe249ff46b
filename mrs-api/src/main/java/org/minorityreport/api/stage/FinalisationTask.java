package org.minorityreport.api.stage;

import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;

/** What finalisation is given after one commit. Immutable. */
@Value.Immutable
@MrsValue
public interface FinalisationTask {
  /** {@return the later of the last tick and the newest act seen} */
  Instant writtenAt();

  /** {@return the reports that the commit may concern, by id} */
  List<DecidableReport> reports();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link FinalisationTask}; one thread at a time. */
  final class Builder extends ImmutableFinalisationTask.Builder {
    Builder() {}
  }
}
