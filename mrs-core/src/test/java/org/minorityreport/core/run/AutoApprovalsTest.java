package org.minorityreport.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.policy.ApprovalPolicy;
import org.minorityreport.api.record.Decider;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.review.ActRefusedException;
import org.minorityreport.api.review.Actor;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.ReviewState;
import org.minorityreport.core.approval.Approvals;
import org.minorityreport.core.approval.Policies;
import org.minorityreport.core.approval.TrackRecord;

/** Each guard of automatic approval holds alone (spec 7.5). */
class AutoApprovalsTest {
  private static final Instant TICK = OutageWorld.at(24);
  private static final ApprovalPolicy POLICY =
      ApprovalPolicy.builder().minimumConfidence(0.6).build();

  private final OutageWorld world = new OutageWorld();

  @AfterEach
  void close() {
    world.close();
  }

  private static ReportId id(int number) {
    return ReportId.of("MR-" + String.format(Locale.ROOT, "%032x", number));
  }

  /** Some decided reports of one cluster, and undecided ones beside them. */
  private List<MinorityReport> reports(int members, int agreeing, int open) {
    world.ticks(9, 14);
    MinorityReport like =
        MinorityReport.builder()
            .from(world.report("S1"))
            .confidenceScore(0.8)
            .impactEstimate(new BigDecimal("500.00"))
            .build();
    List<MinorityReport> reports = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      reports.add(
          MinorityReport.builder()
              .from(like)
              .reportId(id(1000 + i))
              .reviewState(ReviewState.APPROVED)
              .finalDecision("approved")
              .finalCause(i < agreeing ? like.proposedCause().orElseThrow() : "Other")
              .finalizedAt(OutageWorld.at(12))
              .decidedBy(Decider.builder().actor("ann").role("marketer").build())
              .build());
    }
    for (int i = 0; i < open; i++) {
      reports.add(MinorityReport.builder().from(like).reportId(id(i)).build());
    }
    return reports;
  }

  private static List<ReportId> picks(ApprovalPolicy policy, List<MinorityReport> reports) {
    String model = reports.get(0).modelVersions().get("attribution");
    return Approvals.picks(policy, reports, Map.of(), model, TICK);
  }

  @Test
  void shareOfADay_isRoundedDownAndCountsWhatWasApprovedBefore() {
    List<MinorityReport> reports = reports(10, 9, 4);
    assertThat(picks(POLICY, reports)).as("a fifth of 14").containsExactly(id(0), id(1));
    String model = reports.get(0).modelVersions().get("attribution");
    assertThat(
            Approvals.picks(POLICY, reports, Map.of(Approvals.day(reports.get(0)), 2), model, TICK))
        .isEmpty();
  }

  @Test
  void membersAndAgreement_haveToBeEnough() {
    assertThat(picks(POLICY, reports(9, 9, 4))).isEmpty();
  }

  @Test
  void agreementUnderNineInTen_isNotEnough() {
    assertThat(picks(POLICY, reports(11, 9, 4))).isEmpty();
  }

  @Test
  void anyOtherGuard_keepsAReportForPeople() {
    List<MinorityReport> reports = reports(10, 10, 1);
    MinorityReport open = reports.get(10);
    assertThat(picks(POLICY, reports)).containsExactly(id(0));
    List<UnaryOperator<MinorityReport.Builder>> guards =
        List.of(
            r -> r.confidenceScore(0.5),
            r -> r.impactEstimate(Optional.empty()),
            r -> r.impactEstimate(new BigDecimal("-1000.01")),
            r -> r.isDegraded(true).degradedReasons(List.of("CAMPAIGNS_missing")),
            r -> r.suppressedBy("rule@1"),
            r -> r.proposedCause("unknown"),
            r -> r.clusterId(Optional.empty()),
            r -> r.reviewState(ReviewState.DEFERRED),
            r -> r.reportStatus("superseded"),
            r -> r.putModelVersions("attribution", "challenger@1"),
            r -> r.proposedCause2("B").proposedCauseCategory2("other").confidenceScore2(0.65));
    for (UnaryOperator<MinorityReport.Builder> guard : guards) {
      reports.set(10, guard.apply(MinorityReport.builder().from(open)).build());
      assertThat(picks(POLICY, reports)).isEmpty();
    }
    reports.set(10, open);
    ApprovalPolicy.Builder other = ApprovalPolicy.builder();
    assertThat(picks(other.addDaysOfWeek(DayOfWeek.MONDAY).build(), reports)).isEmpty();
    assertThat(picks(ApprovalPolicy.builder().addCategories("x").build(), reports)).isEmpty();
    assertThat(picks(ApprovalPolicy.builder().addRetailers("x").build(), reports)).isEmpty();
  }

  @Test
  void record_isOfTheLastFiftyAndNeedsTwenty() {
    List<Boolean> nineteen = Collections.nCopies(19, false);
    assertThat(new TrackRecord(nineteen).isUnderFloor()).isFalse();
    assertThat(new TrackRecord(Collections.nCopies(20, false)).isUnderFloor()).isTrue();
    List<Boolean> old = new ArrayList<>(Collections.nCopies(100, false));
    old.addAll(Collections.nCopies(50, true));
    assertThat(new TrackRecord(old).isUnderFloor()).isFalse();
  }

  @Test
  void policyThatNeverRanInShadow_approvesNothing() {
    Policies policies = new Policies(world.logs, OutageWorld.RUN);
    ApprovalPolicy acting = ApprovalPolicy.builder().shadow(false).shadowFor(Duration.ZERO).build();
    Actor eve = Actor.of("eve", Role.ADMIN);
    Actor mark = Actor.of("mark", Role.MARKETER);
    assertThatThrownBy(
            () -> policies.set("p", "1", acting, mark, OutageWorld.at(0), null, OutageWorld.at(0)))
        .isInstanceOf(ActRefusedException.class)
        .hasMessageContaining("'mark' (marketer) may not set")
        .hasMessageContaining("needed: admin");
    policies.set("p", "1", acting, eve, OutageWorld.at(0), null, OutageWorld.at(0));
    assertThatThrownBy(
            () -> policies.set("p", "1", POLICY, eve, OutageWorld.at(0), null, OutageWorld.at(1)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("version 1 already");
    world.ticks(9, 24);
    assertThat(world.all(Logs.USER_EDITS)).isEmpty();
  }
}
