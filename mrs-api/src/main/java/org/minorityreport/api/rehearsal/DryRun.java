package org.minorityreport.api.rehearsal;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What a run would show had a change of model, version or setting been there from its beginning,
 * against what it shows (spec 4.11). Nothing was appended, and no decision is overturned.
 * Immutable.
 */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableDryRun.class)
@JsonPropertyOrder({
  "run_id",
  "position",
  "ticks",
  "config_now",
  "config_tried",
  "kept",
  "added",
  "gone",
  "changed",
  "events_merged",
  "events_split",
  "decisions_touched",
  "figures_now",
  "figures_tried"
})
public interface DryRun {
  /** {@return the line of work} */
  RunId runId();

  /** {@return the commit position of what it is held against} */
  long position();

  /** {@return ticks that were run} */
  int ticks();

  /** {@return configuration of the newest tick} */
  String configNow();

  /** {@return the configuration tried} */
  String configTried();

  /** {@return reports that would be the same, by id} */
  List<ReportId> kept();

  /** {@return reports that would be new, by id} */
  List<ReportId> added();

  /** {@return reports that would not be there, by id} */
  List<ReportId> gone();

  /** {@return reports that would say something else, by id} */
  List<ReportChange> changed();

  /** {@return events that would take in the reports of several of today's, by id} */
  List<EventChange> eventsMerged();

  /** {@return events of today whose reports would be in several, by id} */
  List<EventChange> eventsSplit();

  /** {@return decisions whose report or event would be another, in the order of their commits} */
  List<TouchedDecision> decisionsTouched();

  /** {@return figures of today} */
  RunFigures figuresNow();

  /** {@return figures of what was tried} */
  RunFigures figuresTried();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link DryRun}; one thread at a time. */
  final class Builder extends ImmutableDryRun.Builder {
    Builder() {}
  }
}
