package org.minorityreport.api.stage;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.immutables.value.Value;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.value.MrsValue;

/** What cohorting is given at one tick. Immutable. */
@Value.Immutable
@MrsValue
public interface CohortingTask {
  /** {@return the line of work} */
  RunId runId();

  /** {@return the moment of the run} */
  Instant tick();

  /** {@return length of a step} */
  Cadence cadence();

  /** {@return the reports of the tick, by id} */
  List<CohortMember> reports();

  /**
   * The rows that reports may cite and that name no region, city or store: a cause that rests on
   * them alone is a cause without place. Each is the wire name of its evidence kind, a colon and
   * its id, such as {@code campaign:C-17}.
   *
   * @return keys of such rows; none unless said
   */
  @Value.NaturalOrder
  SortedSet<String> placelessRefs();

  /**
   * How many steps before the tick that raises it the onset of a report may lie, as detection has
   * it: bounds how long an ended event may still be joined.
   *
   * @return 12 unless said
   */
  @Value.Default
  default int maxBackdateSteps() {
    return 12;
  }

  /** {@return what the tick before left} */
  CohortCarry carry();

  /** {@return where people put reports and events, as this tick knows it; nowhere unless said} */
  @Value.Default
  default Placements people() {
    return Placements.none();
  }

  /**
   * The events outside of the carry that the difference between {@link #people()} and {@link
   * CohortCarry#people()} is about: those that reports leave, those that they go to, and what
   * either was merged into.
   *
   * @return such events, by id; none unless said
   */
  List<RecalledEvent> recalled();

  /**
   * The event in which the stage itself had last put each report that people put elsewhere and put
   * back now.
   *
   * @return event by report; a report without one is placed like a new one
   */
  @Value.NaturalOrder
  SortedMap<ReportId, EventId> homes();

  /** {@return limits} */
  CohortSettings settings();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link CohortingTask}; one thread at a time. */
  final class Builder extends ImmutableCohortingTask.Builder {
    Builder() {}
  }
}
