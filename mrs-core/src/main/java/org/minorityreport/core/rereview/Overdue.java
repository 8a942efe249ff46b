package org.minorityreport.core.rereview;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.minorityreport.api.record.RereviewTrigger;

/**
 * Decided reports whose time has come (spec 4.7): decided more than half a year ago, with little
 * confidence, proposed by a model that is no longer current, or in rows of an older schema. None is
 * picked again for the same decision, model, schema and half-year.
 */
public final class Overdue {
  private static final int MONTHS = 6;
  private static final double LOW = 0.5;

  private Overdue() {}

  /**
   * Picks reports.
   *
   * @param decided reports that a decision holds for, in any order
   * @param current role to name@version of the models in service that rounds ask
   * @param tick the newest tick
   * @return at most one round for each; by the time of their triggers, then by report
   */
  public static List<Pick> picks(
      Collection<DecidedReport> decided, Map<String, String> current, Instant tick) {
    List<Pick> picks = new ArrayList<>();
    for (DecidedReport report : decided) {
      age(report, tick)
          .or(() -> lowConfidence(report, current))
          .or(() -> modelChanged(report, current, tick))
          .or(() -> schemaDrift(report, tick))
          .ifPresent(picks::add);
    }
    picks.sort(Comparator.comparing(Pick::at).thenComparing(Pick::report));
    return picks;
  }

  private static Optional<Pick> age(DecidedReport report, Instant tick) {
    Instant decided = report.row().finalizedAt();
    Instant due = decided;
    for (int halves = 1; !later(decided, halves).isAfter(tick); halves++) {
      due = later(decided, halves);
    }
    boolean known = report.since(RereviewTrigger.AGE.wireName(), due).isPresent();
    return due.equals(decided) || known
        ? Optional.empty()
        : Optional.of(pick(report, RereviewTrigger.AGE, due));
  }

  private static Instant later(Instant decided, int halves) {
    return decided.atOffset(ZoneOffset.UTC).plusMonths((long) MONTHS * halves).toInstant();
  }

  private static Optional<Pick> lowConfidence(DecidedReport report, Map<String, String> current) {
    OptionalDouble said = report.row().finalConfidence();
    OptionalDouble confidence = said.isPresent() ? said : report.row().confidenceScore();
    boolean low = confidence.isPresent() && confidence.getAsDouble() < LOW;
    Instant decided = report.row().finalizedAt();
    boolean known =
        report.since(RereviewTrigger.LOW_CONFIDENCE.wireName(), decided).isPresent()
            && !isOutdated(report, current);
    return low && !known
        ? Optional.of(pick(report, RereviewTrigger.LOW_CONFIDENCE, decided))
        : Optional.empty();
  }

  private static Optional<Pick> modelChanged(
      DecidedReport report, Map<String, String> current, Instant tick) {
    return isOutdated(report, current)
        ? Optional.of(pick(report, RereviewTrigger.MODEL_CHANGED, tick))
        : Optional.empty();
  }

  /** The round writes a proposal of today's schema, so it is not picked for that again. */
  private static Optional<Pick> schemaDrift(DecidedReport report, Instant tick) {
    return report.ofOlderSchema()
        ? Optional.of(pick(report, RereviewTrigger.SCHEMA_DRIFT, tick))
        : Optional.empty();
  }

  private static boolean isOutdated(DecidedReport report, Map<String, String> current) {
    return current.entrySet().stream()
        .anyMatch(
            model -> {
              String used = report.models().get(model.getKey());
              return used != null && !used.equals(model.getValue());
            });
  }

  private static Pick pick(DecidedReport report, RereviewTrigger trigger, Instant at) {
    return new Pick(report.row().reportId(), report.nextRound(), trigger, at);
  }
}
