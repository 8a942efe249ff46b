package org.minorityreport.core.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.health.Rate;
import org.minorityreport.api.health.ReviewHealth;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.FinalDecision;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.ReviewState;
import org.minorityreport.core.hydrate.HydratedView;

/** Reads how people keep up; others ask it which reports wait. */
public final class ReviewReading {
  private static final Set<ReviewState> WAITING =
      Set.of(
          ReviewState.UNREVIEWED,
          ReviewState.REVIEW_REQUESTED,
          ReviewState.AWAITING_SECOND,
          ReviewState.REPROPOSED,
          ReviewState.REOPENED,
          ReviewState.CONFLICT);

  /** The acts by which a person says what a cause is. */
  private static final Set<String> DECIDING = Set.of("approve", "edit", "reject", "dismiss");

  private static final String NONE = "none";

  private final Map<String, String> categories = new HashMap<>();
  private final Map<String, String> causes = new HashMap<>();

  private ReviewReading(HydratedView view) {
    for (MinorityReport report : view.reports().all()) {
      String id = report.reportId().value();
      categories.put(id, report.proposedCauseCategory().orElse(NONE));
      causes.put(id, report.proposedCause().orElse(NONE));
    }
    for (MinorityEvent event : view.events().all()) {
      String id = event.eventId().value();
      categories.put(id, event.proposedCauseCategory().orElse(NONE));
      causes.put(id, event.proposedCause().orElse(NONE));
    }
  }

  /** {@return whether a report waits for a person} */
  public static boolean waits(MinorityReport report) {
    return WAITING.contains(report.reviewState()) && counts(report);
  }

  /** Whether a report is one that people are to deal with at all. */
  static boolean counts(MinorityReport report) {
    return report.suppressedBy().isEmpty() && !report.reportStatus().equals("superseded");
  }

  static ReviewHealth read(LogReading logs, HydratedView view, Optional<Instant> tick) {
    List<Duration> ages = new ArrayList<>();
    long automatic = 0;
    long decisions = 0;
    long confirmed = 0;
    long dismissed = 0;
    for (MinorityReport report : view.reports().all()) {
      if (tick.isPresent() && waits(report)) {
        ages.add(Duration.between(report.raisedAt(), tick.get()));
      }
      if (report.finalDecision().isPresent() && counts(report)) {
        boolean byPolicy = is(report, FinalDecision.AUTO_APPROVED);
        automatic += byPolicy ? 1 : 0;
        decisions += byPolicy ? 0 : 1;
        confirmed += !byPolicy && isConfirmed(report) ? 1 : 0;
        dismissed += is(report, FinalDecision.DISMISSED) ? 1 : 0;
      }
    }
    ages.sort(Duration::compareTo);
    List<UserEdit> edits = new ArrayList<>(logs.standing(Logs.USER_EDITS, Instant.MIN));
    edits.addAll(logs.standing(Logs.USER_EVENT_EDITS, Instant.MIN));
    ReviewReading reading = new ReviewReading(view);
    return ReviewHealth.builder()
        .backlog(ages.size())
        .oldest(ages.isEmpty() ? Optional.empty() : Optional.of(ages.get(ages.size() - 1)))
        .medianAge(ages.isEmpty() ? Optional.empty() : Optional.of(ages.get((ages.size() - 1) / 2)))
        .decisions(decisions)
        .confirmed(Rate.of(confirmed, decisions))
        .dismissed(Rate.of(dismissed, decisions))
        .automatic(Rate.of(automatic, decisions + automatic))
        .reasonsByCategory(reading.reasons(edits))
        .agreementByCategory(reading.agreement(edits))
        .build();
  }

  private static boolean is(MinorityReport report, FinalDecision decision) {
    return report.finalDecision().equals(Optional.of(decision.wireName()));
  }

  /** Approved, or edited in something else than the cause. */
  private static boolean isConfirmed(MinorityReport report) {
    return is(report, FinalDecision.APPROVED)
        || (is(report, FinalDecision.EDITED)
            && report.finalCause().isPresent()
            && report.finalCause().equals(report.proposedCause()));
  }

  private SortedMap<String, Long> reasons(List<UserEdit> edits) {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (UserEdit edit : edits) {
      boolean written = edit.reason().isPresent() || edit.note().isPresent();
      if (edit.action().equals("reject") && written && edit.linkedContextIds().isEmpty()) {
        counts.merge(category(edit.targetId()), 1L, Long::sum);
      }
    }
    return counts;
  }

  private String category(String target) {
    return categories.getOrDefault(target, NONE);
  }

  /** Of each target the last word of each person: do all say the same? */
  private SortedMap<String, Rate> agreement(List<UserEdit> edits) {
    SortedMap<String, SortedMap<String, String>> words = new TreeMap<>();
    for (UserEdit edit : edits) {
      if (DECIDING.contains(edit.action()) && !edit.role().equals("system")) {
        words.computeIfAbsent(edit.targetId(), t -> new TreeMap<>()).put(edit.actor(), word(edit));
      }
    }
    SortedMap<String, Rate> rates = new TreeMap<>();
    words.forEach(
        (target, said) -> {
          if (said.size() > 1) {
            boolean alike = Set.copyOf(said.values()).size() == 1;
            rates.merge(
                category(target),
                Rate.of(alike ? 1 : 0, 1),
                (a, b) ->
                    Rate.of(a.numerator() + b.numerator(), a.denominator() + b.denominator()));
          }
        });
    return rates;
  }

  /** An approval and an edit to the proposed cause say the same. */
  private String word(UserEdit edit) {
    String cause = edit.cause().orElse(causes.getOrDefault(edit.targetId(), NONE));
    return switch (edit.action()) {
      case "approve", "edit" -> "cause " + cause;
      default -> edit.action();
    };
  }
}
