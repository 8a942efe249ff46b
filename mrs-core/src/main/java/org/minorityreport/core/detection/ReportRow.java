package org.minorityreport.core.detection;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.stage.ClosedMember;
import org.minorityreport.api.stage.DetectionTask;
import org.minorityreport.api.value.Units;
import org.minorityreport.core.model.CalledModel;
import org.minorityreport.core.model.DegradationCodes;

/** Builds the row of a report from its members: sums, greatest severity, latest end. */
final class ReportRow {
  private final DetectionTask task;
  private final Map<Sku, SeriesOutcome> outcomes = new HashMap<>();

  ReportRow(DetectionTask task, List<SeriesOutcome> outcomes) {
    this.task = task;
    outcomes.forEach(outcome -> this.outcomes.put(outcome.sku(), outcome));
  }

  ReportDetected of(
      ReportId id, Instant onset, List<Member> now, List<ClosedMember> before, boolean open) {
    List<ReportMember> members = new ArrayList<>();
    now.forEach(m -> members.add(m.reportMember()));
    before.forEach(m -> members.add(m.member()));
    members.sort(Comparator.comparing(ReportMember::sku));
    ReportMember lead = members.get(0);
    BigDecimal attributed = BigDecimal.ZERO;
    BigDecimal expected = BigDecimal.ZERO;
    Optional<BigDecimal> impact = Optional.empty();
    Optional<Instant> end = Optional.empty();
    for (ReportMember member : members) {
      lead = member.severityScore() > lead.severityScore() ? member : lead;
      attributed = attributed.add(member.attributedSalesTotal());
      expected = expected.add(member.baselineSalesTotal());
      impact = sum(impact, member.impactEstimate());
      end = later(end, member.windowEnd());
    }
    Optional<Instant> windowEnd = open ? Optional.empty() : end;
    List<Sku> skus = members.stream().map(ReportMember::sku).toList();
    Direction direction = direction(attributed.compareTo(expected), lead);
    CalledModel baseline = answering(now, SeriesOutcome::baseline);
    CalledModel classifier = answering(now, SeriesOutcome::classifier);
    List<String> codes = codes(baseline, classifier);
    return ReportDetected.builder()
        .reportId(id)
        .runId(task.runId())
        .writtenAt(task.tick())
        .storeId(task.store().storeId())
        .sku(lead.sku())
        .skus(skus)
        .firstDetectedFrom(onset)
        .windowStart(onset)
        .windowEnd(windowEnd)
        .direction(direction)
        .severityScore(lead.severityScore())
        .members(members)
        .attributedRevenueTotal(revenue(now, before))
        .baselineRevenueTotal(expectedRevenue(now, before))
        .impactEstimate(impact)
        .attributedSalesTotal(Units.normal(attributed))
        .baselineSalesTotal(Units.normal(expected))
        .reportStatus("detected")
        .isDegraded(!codes.isEmpty())
        .degradedReasons(codes)
        .putModelVersions(ModelRole.BASELINE.wireName(), baseline.id())
        .putModelVersions(ModelRole.CLASSIFIER.wireName(), classifier.id())
        .suppressedBy(
            Suppression.by(
                task,
                new Suppression.Judged(
                    onset, windowEnd, direction, lead.severityScore(), impact, skus)))
        .build();
  }

  /** The model that answered about a series of the report: the fallback if it did about any. */
  private CalledModel answering(List<Member> now, Function<SeriesOutcome, CalledModel> model) {
    List<CalledModel> asked = now.stream().map(Member::sku).map(outcomes::get).map(model).toList();
    return asked.stream().filter(CalledModel::isFallback).findFirst().orElse(asked.get(0));
  }

  private static List<String> codes(CalledModel baseline, CalledModel classifier) {
    List<String> codes = new ArrayList<>();
    if (baseline.isFallback()) {
      codes.add(DegradationCodes.fallback(ModelRole.BASELINE));
    }
    if (classifier.isFallback()) {
      codes.add(DegradationCodes.fallback(ModelRole.CLASSIFIER));
    }
    return codes;
  }

  private static Direction direction(int sign, ReportMember lead) {
    return sign == 0 ? lead.direction() : sign > 0 ? Direction.UPLIFT : Direction.DROP;
  }

  private static Optional<BigDecimal> revenue(List<Member> now, List<ClosedMember> before) {
    Optional<BigDecimal> sum = Optional.empty();
    for (Member member : now) {
      sum = sum(sum, member.revenue());
    }
    for (ClosedMember member : before) {
      sum = sum(sum, member.attributedRevenue());
    }
    return sum;
  }

  private static Optional<BigDecimal> expectedRevenue(List<Member> now, List<ClosedMember> before) {
    Optional<BigDecimal> sum = Optional.empty();
    for (Member member : now) {
      sum = sum(sum, member.baselineRevenue());
    }
    for (ClosedMember member : before) {
      sum = sum(sum, member.baselineRevenue());
    }
    return sum;
  }

  private static Optional<BigDecimal> sum(Optional<BigDecimal> a, Optional<BigDecimal> b) {
    return a.isEmpty() ? b : b.isEmpty() ? a : Optional.of(a.get().add(b.get()));
  }

  private static Optional<Instant> later(Optional<Instant> a, Optional<Instant> b) {
    return a.isEmpty() || (b.isPresent() && b.get().isAfter(a.get())) ? b.or(() -> a) : a;
  }
}
