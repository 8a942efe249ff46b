package org.minorityreport.api.figures;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.immutables.value.Value;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * The key figures of a run (spec 8.6) over the reports that were raised in a period and fit a
 * filter. Immutable.
 */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableKeyFigures.class)
@JsonPropertyOrder({
  "run_id",
  "position",
  "raised_from",
  "raised_to",
  "reports_raised",
  "reports_suppressed",
  "events",
  "single_reports",
  "auto_attribution_rate",
  "auto_approval_rate",
  "learned_reports",
  "protected_units",
  "protected_money",
  "protected_spend",
  "time_to_cause",
  "time_to_decision",
  "backlog"
})
public interface KeyFigures {
  /** {@return the line of work} */
  RunId runId();

  /** {@return the commit position that they are as of} */
  long position();

  /** {@return reports raised from then on} */
  Instant raisedFrom();

  /** {@return reports raised before then} */
  Instant raisedTo();

  /** {@return reports raised, also those superseded since; suppressed ones apart} */
  CountedFigure reportsRaised();

  /** {@return reports raised that a rule keeps out; in no other figure} */
  CountedFigure reportsSuppressed();

  /** {@return events of two reports or more with one of these reports} */
  CountedFigure events();

  /** {@return events of one report, which is one of these} */
  CountedFigure singleReports();

  /** {@return of the reports raised, those with a sure machine cause before any person acted} */
  RateFigure autoAttributionRate();

  /** {@return of the reports on which a decision holds, those approved by a policy} */
  RateFigure autoApprovalRate();

  /** {@return confirmed reports matched with a cluster that the library has in use} */
  CountedFigure learnedReports();

  /** {@return units of these reports that the feed excludes; drops count below zero} */
  AmountFigure protectedUnits();

  /** {@return money of these reports; those without price are not in it} */
  AmountFigure protectedMoney();

  /**
   * What campaigns spent at the time, places and products of reports confirmed with an unpaid
   * cause, once where these overlap. A driver of kind {@code spend} with a {@code campaign_id} says
   * what was spent from each measurement to the next, the last to the end of the campaign; what is
   * left of the campaign's spend is spread evenly over its time, stores and products, as far as
   * nothing was measured there.
   *
   * @return the amount, by campaign; its scale is 2
   */
  AmountFigure protectedSpend();

  /** {@return from the tick that raised a report to the first with a cause} */
  DurationFigure timeToCause();

  /** {@return from the tick that raised a report to the first decision} */
  DurationFigure timeToDecision();

  /** {@return reports that wait for a person} */
  CountedFigure backlog();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link KeyFigures}; one thread at a time. */
  final class Builder extends ImmutableKeyFigures.Builder {
    Builder() {}
  }
}
