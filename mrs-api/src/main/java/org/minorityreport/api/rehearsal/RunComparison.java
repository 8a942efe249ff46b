package org.minorityreport.api.rehearsal;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Two runs side by side. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableRunComparison.class)
@JsonPropertyOrder({
  "run_a",
  "run_b",
  "position_a",
  "position_b",
  "only_in_a",
  "only_in_b",
  "changed",
  "figures_a",
  "figures_b"
})
public interface RunComparison {
  /** {@return the first run} */
  RunId runA();

  /** {@return the second run} */
  RunId runB();

  /** {@return the commit position of the first} */
  long positionA();

  /** {@return the commit position of the second} */
  long positionB();

  /** {@return reports that only the first has, by id} */
  List<ReportId> onlyInA();

  /** {@return reports that only the second has, by id} */
  List<ReportId> onlyInB();

  /** {@return reports of both with another cause or window, by id} */
  List<ReportChange> changed();

  /** {@return figures of the first} */
  RunFigures figuresA();

  /** {@return figures of the second} */
  RunFigures figuresB();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link RunComparison}; one thread at a time. */
  final class Builder extends ImmutableRunComparison.Builder {
    Builder() {}
  }
}
