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
   * @return one round for each report that some change concerns, named after the oldest; by the
   *     time of that, then by report
   */
  public static List<Pick> picks(
      Collection<EvidenceChange> changes,
      Collection<JudgedReport> reports,
      AttributionSettings settings,
      Instant tick) {
    List<Pick> picks = new ArrayList<>();
    for (JudgedReport report : reports) {
      Optional<Instant> oldest =
          changes.stream()
              .filter(change -> !report.knows(change) && change.isAfterTheFact())
              .filter(change -> concerns(change, report, settings, tick))
              .map(EvidenceChange::at)
              .min(Comparator.naturalOrder());
      oldest.ifPresent(
          at ->
              picks.add(
                  new Pick(
                      report.row().reportId(),
                      report.round() + 1,
                      RereviewTrigger.NEW_EVIDENCE,
                      at)));
    }
    picks.sort(Comparator.comparing(Pick::at).thenComparing(Pick::report));
    return picks;
  }

  private static boolean concerns(
      EvidenceChange change, JudgedReport report, AttributionSettings settings, Instant tick) {
    return !change.before().equals(change.after())
        && change
            .versions()
            .anyMatch(c -> Candidates.concerns(c, report.row(), report.store(), settings, tick));
  }
}
