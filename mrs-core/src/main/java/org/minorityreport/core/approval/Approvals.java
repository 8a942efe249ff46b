package org.minorityreport.core.approval;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.policy.ApprovalPolicy;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.ReviewState;

/** Which proposals a policy approves at a tick, with all guards of spec 7.5. Pure. */
public final class Approvals {
  private static final int SHARE_PERCENT = 20;
  private static final int MEMBERS = 10;
  private static final int AGREEMENT_PERCENT = 90;
  private static final double CONFLICT = 0.15;
  private static final Duration CONFIRMED_WITHIN = Duration.ofDays(180);
  private static final String UNKNOWN = "unknown";

  private Approvals() {}

  /**
   * Picks reports.
   *
   * @param policy the policy
   * @param reports all reports as shown after the stages of the tick
   * @param approved how many reports of each UTC day were approved automatically before
   * @param model name@version of the attribution model in service
   * @param tick the tick
   * @return the reports that it approves, by id
   */
  public static List<ReportId> picks(
      ApprovalPolicy policy,
      Collection<MinorityReport> reports,
      Map<LocalDate, Integer> approved,
      String model,
      Instant tick) {
    Map<LocalDate, Integer> raised = new HashMap<>();
    reports.stream()
        .filter(r -> !isSuperseded(r))
        .forEach(r -> raised.merge(day(r), 1, Integer::sum));
    Map<LocalDate, Integer> taken = new HashMap<>(approved);
    List<ReportId> picks = new ArrayList<>();
    List<MinorityReport> sorted = new ArrayList<>(reports);
    sorted.sort(Comparator.comparing(MinorityReport::reportId));
    for (MinorityReport report : sorted) {
      LocalDate day = day(report);
      int room = raised.getOrDefault(day, 0) * SHARE_PERCENT / 100;
      if (taken.getOrDefault(day, 0) < room
          && isOpenTo(report, model)
          && matches(policy, report, tick)
          && isProven(report, reports, tick)) {
        taken.merge(day, 1, Integer::sum);
        picks.add(report.reportId());
      }
    }
    return picks;
  }

  /**
   * The day whose share a report counts in.
   *
   * @param report a report
   * @return the UTC day on which it was raised
   */
  public static LocalDate day(MinorityReport report) {
    return LocalDate.ofInstant(report.raisedAt(), ZoneOffset.UTC);
  }

  private static boolean isSuperseded(MinorityReport report) {
    return report.reportStatus().equals("superseded");
  }

  /** Nobody looked at it, and it says all that it should. */
  private static boolean isOpenTo(MinorityReport report, String model) {
    return report.reviewState() == ReviewState.UNREVIEWED
        && !isSuperseded(report)
        && !report.isDegraded()
        && report.suppressedBy().isEmpty()
        && model.equals(report.modelVersions().get("attribution"));
  }

  private static boolean matches(ApprovalPolicy policy, MinorityReport report, Instant tick) {
    OptionalDouble confidence = report.confidenceScore();
    boolean isSure =
        confidence.isPresent() && confidence.getAsDouble() >= policy.minimumConfidence();
    return isSure
        && report.proposedCause().filter(cause -> !cause.equals(UNKNOWN)).isPresent()
        && report
            .impactEstimate()
            .filter(impact -> impact.abs().compareTo(policy.maximumImpact()) <= 0)
            .isPresent()
        && !isContested(report)
        && (policy.daysOfWeek().isEmpty()
            || policy.daysOfWeek().contains(tick.atOffset(ZoneOffset.UTC).getDayOfWeek()))
        && isAmong(policy.categories(), report.proposedCauseCategory())
        && isAmong(policy.retailers(), report.retailer());
  }

  private static boolean isAmong(List<String> wanted, Optional<String> word) {
    return wanted.isEmpty() || word.filter(wanted::contains).isPresent();
  }

  /** A second cause of another category is nearly as likely. */
  private static boolean isContested(MinorityReport report) {
    boolean other =
        report.proposedCause2().isPresent()
            && !report.proposedCauseCategory2().equals(report.proposedCauseCategory());
    OptionalDouble first = report.confidenceScore();
    OptionalDouble second = report.confidenceScore2();
    return other
        && first.isPresent()
        && second.isPresent()
        && first.getAsDouble() - second.getAsDouble() <= CONFLICT + 1e-9;
  }

  /** People decided enough reports of its cluster, and nearly all for this cause. */
  private static boolean isProven(
      MinorityReport report, Collection<MinorityReport> reports, Instant tick) {
    if (report.clusterId().isEmpty()) {
      return false;
    }
    Instant since = tick.minus(CONFIRMED_WITHIN);
    int members = 0;
    int agreeing = 0;
    for (MinorityReport other : reports) {
      boolean member =
          other.clusterId().equals(report.clusterId())
              && !isSuperseded(other)
              && other.finalDecision().isPresent()
              && other.decidedBy().filter(by -> !by.role().equals("system")).isPresent()
              && other.finalizedAt().filter(at -> !at.isBefore(since)).isPresent();
      if (member) {
        members++;
        agreeing += other.finalCause().equals(report.proposedCause()) ? 1 : 0;
      }
    }
    return members >= MEMBERS && agreeing * 100 >= members * AGREEMENT_PERCENT;
  }
}
