package org.minorityreport.core.rereview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.minorityreport.api.record.RereviewTrigger;
import org.minorityreport.api.stage.AttributionSettings;
import org.minorityreport.core.attribution.Candidates;

/**
 * Reports that context concerns of which their proposals could not know (spec 4.11): it came,
 * changed or was withdrawn after the fact, and is or was a candidate for them. Open reports need no
 * round, as every tick attributes them again.
 */
public final class NewEvidence {
  private NewEvidence() {}

  /**
   * Picks reports.
   *
   * @param changes what became known, in any order
   * @param reports closed reports, in any order
   * @param settings how far before and after a window candidates are looked for
   * @param tick the newest tick
   * @return one round for each report that some change concerns, named after the oldest: a
   *     contradiction if its category is another and its source is surer of it than the proposal of
   *     its evidence, a source added if that source had told of nothing before; by the time of
   *     that, then by report
   */
  public static List<Pick> picks(
      Collection<EvidenceChange> changes,
      Collection<JudgedReport> reports,
      AttributionSettings settings,
      Instant tick) {
    List<Pick> picks = new ArrayList<>();
    for (JudgedReport report : reports) {
      Optional<EvidenceChange> oldest =
          changes.stream()
              .filter(change -> !report.knows(change) && change.isAfterTheFact())
              .filter(change -> concerns(change, report, settings, tick))
              .min(Comparator.comparing(EvidenceChange::at));
      oldest.ifPresent(
          change ->
              picks.add(
                  new Pick(
                      report.row().reportId(),
                      report.round() + 1,
                      trigger(change, report),
                      change.at())));
    }
    picks.sort(Comparator.comparing(Pick::at).thenComparing(Pick::report));
    return picks;
  }

  private static RereviewTrigger trigger(EvidenceChange change, JudgedReport report) {
    if (change.ofNewSource()) {
      return RereviewTrigger.SOURCE_ADDED;
    }
    return change.after().filter(report::contradictedBy).isPresent()
        ? RereviewTrigger.CONTRADICTION
        : RereviewTrigger.NEW_EVIDENCE;
  }

  private static boolean concerns(
      EvidenceChange change, JudgedReport report, AttributionSettings settings, Instant tick) {
    return !change.before().equals(change.after())
        && change
            .versions()
            .anyMatch(c -> Candidates.concerns(c, report.row(), report.store(), settings, tick));
  }
}
