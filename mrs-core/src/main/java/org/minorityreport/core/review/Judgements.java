package org.minorityreport.core.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.review.Agreement;
import org.minorityreport.api.review.Conflict;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.hydrate.HydratedView;

/** Who judged what, and whether they agree (spec 7.7). */
final class Judgements {
  private final ActBook acts;

  Judgements(ActBook acts) {
    this.acts = acts;
  }

  /** The targets that views say are in conflict, with what people decided. */
  List<Conflict> conflicts(HydratedView view) {
    CommitPosition now = view.reports().refreshSeq();
    List<Conflict> conflicts = new ArrayList<>();
    for (MinorityReport report : view.reports().all()) {
      if (report.inConflict()) {
        conflicts.add(conflict(report.reportId().value(), List.of(), now));
      }
    }
    for (MinorityEvent event : view.events().all()) {
      if (event.inConflict()) {
        conflicts.add(conflict(event.eventId().value(), event.mergedFrom(), now));
      }
    }
    return conflicts;
  }

  private Conflict conflict(String target, List<EventId> merged, CommitPosition now) {
    List<Act> all = new ArrayList<>(last(target, now).values());
    merged.forEach(event -> all.addAll(last(event.value(), now).values()));
    return Conflict.builder()
        .targetId(target)
        .judgements(all.stream().sorted(Comparator.comparing(Act::order)).map(Act::row).toList())
        .build();
  }

  /** The last judgement of each person since the target was last reopened. */
  private Map<String, Act> last(String target, CommitPosition now) {
    Map<String, Act> last = new LinkedHashMap<>();
    for (Act act : acts.standing(target, now)) {
      if (act.is(EditAction.REOPEN)) {
        last.clear();
      } else if (act.isJudgement() && !act.isAutomatic() && isOfCause(act)) {
        last.put(act.row().actor(), act);
      }
    }
    return last;
  }

  private static boolean isOfCause(Act act) {
    return !act.is(EditAction.EDIT)
        || act.row().cause().isPresent()
        || act.row().causeCategory().isPresent();
  }

  /** How often those agreed who judged the same report. */
  List<Agreement> agreement(HydratedView view) {
    CommitPosition now = view.reports().refreshSeq();
    Map<String, int[]> counts = new TreeMap<>();
    Set<String> targets = new TreeSet<>(acts.targets());
    for (MinorityReport report : view.reports().all()) {
      String id = report.reportId().value();
      Map<String, Act> last = targets.contains(id) ? last(id, now) : Map.of();
      if (last.size() >= 2) {
        int[] count =
            counts.computeIfAbsent(
                report.proposedCauseCategory().orElse("unknown"), category -> new int[2]);
        count[0]++;
        count[1] += outcomes(last).size() == 1 ? 1 : 0;
      }
    }
    List<Agreement> rates = new ArrayList<>();
    counts.forEach(
        (category, count) ->
            rates.add(
                Agreement.builder().category(category).judged(count[0]).agreed(count[1]).build()));
    return rates;
  }

  /** What people said, so that equal judgements are equal. */
  private static Set<String> outcomes(Map<String, Act> last) {
    return last.values().stream()
        .map(
            act ->
                act.row().action()
                    + "|"
                    + Optional.of(act)
                        .filter(a -> a.is(EditAction.EDIT))
                        .flatMap(a -> a.row().cause().or(() -> a.row().causeCategory()))
                        .orElse(""))
        .collect(Collectors.toSet());
  }
}
