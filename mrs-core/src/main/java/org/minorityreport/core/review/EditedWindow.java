package org.minorityreport.core.review;

import static org.minorityreport.core.review.Fields.refuseUnless;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.BaselinePrediction;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.review.ActRefusedException;
import org.minorityreport.api.review.Refusal;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.value.Units;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.json.LogCodec;

/**
 * What was sold and expected in a window that a person gives a report, as the rows of the baseline
 * log have it: the day rows, and for the day in progress the rows of its ticks.
 */
final class EditedWindow {
  private static final String SHADOW = "shadow";
  private static final String OK = "ok";

  private final MinorityReport report;
  private final List<BaselinePrediction> rows;
  private final Cadence cadence;

  private EditedWindow(MinorityReport report, List<BaselinePrediction> rows, Cadence cadence) {
    this.report = report;
    this.rows = rows;
    this.cadence = cadence;
  }

  /**
   * Reads what the logs know of the series of a report.
   *
   * @param report the report as the person saw it
   * @param asOf the commit up to which is looked
   */
  static EditedWindow of(LogStore store, RunId run, MinorityReport report, CommitPosition asOf) {
    String place = report.storeId().value();
    Map<String, StoredRow> newest = new LinkedHashMap<>();
    store.read(
        Logs.BASELINE_PREDICTIONS,
        run,
        CommitPosition.START,
        asOf,
        row -> {
          if (row.isRetracted() || row.subject().filter(place::equals).isPresent()) {
            newest.put(row.key(), row);
          }
        });
    List<BaselinePrediction> rows = new ArrayList<>();
    for (StoredRow row : newest.values()) {
      if (!row.isRetracted()) {
        BaselinePrediction read = LogCodec.read(Logs.BASELINE_PREDICTIONS, row);
        if (report.skus().contains(read.sku())
            && read.outcome().equals(OK)
            && !read.route().equals(SHADOW)) {
          rows.add(read);
        }
      }
    }
    Cadence cadence =
        rows.stream()
            .map(BaselinePrediction::cadence)
            .findFirst()
            .orElseThrow(
                () ->
                    ActRefusedException.of(
                        Refusal.WINDOW_UNKNOWN,
                        "no row says what was expected at " + place + "; give no window"));
    return new EditedWindow(report, rows, cadence);
  }

  /**
   * Adds to an edit what the window comes to.
   *
   * @throws ActRefusedException if the window is off the steps, or nothing is known of it
   */
  void addTo(UserEdit.Builder edit, Instant start, Instant end) {
    for (Instant time : List.of(start, end)) {
      refuseUnless(
          cadence.onGrid(time),
          Refusal.WINDOW_OFF_STEPS,
          time
              + " is not where a step of "
              + cadence
              + " begins; the one before is "
              + cadence.floor(time));
    }
    Instant first =
        rows.stream().map(BaselinePrediction::firstStep).min(Instant::compareTo).orElse(end);
    refuseUnless(
        !start.isBefore(first),
        Refusal.WINDOW_UNKNOWN,
        "window_start is " + start + "; what was expected is known from " + first + " on");
    List<ReportMember> members = new ArrayList<>();
    int known = 0;
    for (ReportMember member : report.members()) {
      Sums sums = sums(member.sku(), Steps.between(start, end, cadence));
      known += sums.known;
      members.add(
          ReportMember.builder()
              .from(member)
              .windowEnd(end)
              .attributedSalesTotal(Units.fromThousandths(sums.actual))
              .baselineSalesTotal(Units.fromThousandths(sums.expected))
              .impactEstimate(impact(member, sums))
              .build());
    }
    refuseUnless(
        known > 0,
        Refusal.WINDOW_UNKNOWN,
        "of no step from "
            + start
            + " to "
            + end
            + " is known what was sold and expected; give a window that the logs know");
    edit.windowStart(start)
        .windowEnd(end)
        .members(members)
        .attributedSalesTotal(sum(members, ReportMember::attributedSalesTotal))
        .baselineSalesTotal(sum(members, ReportMember::baselineSalesTotal))
        .impactEstimate(
            members.stream()
                .flatMap(member -> member.impactEstimate().stream())
                .reduce(BigDecimal::add));
  }

  private static BigDecimal sum(List<ReportMember> members, Function<ReportMember, BigDecimal> of) {
    return Units.normal(members.stream().map(of).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** The price is that at which the machine valued the member: no log holds it by itself. */
  private static Optional<BigDecimal> impact(ReportMember member, Sums sums) {
    BigDecimal valued = member.attributedSalesTotal().subtract(member.baselineSalesTotal());
    if (member.impactEstimate().isEmpty() || valued.signum() == 0) {
      return Optional.empty();
    }
    BigDecimal units = Units.fromThousandths(sums.actual - sums.expected);
    return Optional.of(
        member.impactEstimate().get().multiply(units).divide(valued, 2, RoundingMode.HALF_EVEN));
  }

  private Sums sums(Sku sku, Steps steps) {
    long[] actual = new long[steps.count()];
    long[] expected = new long[steps.count()];
    Arrays.fill(actual, SalesSeries.UNKNOWN);
    Arrays.fill(expected, SalesSeries.UNKNOWN);
    for (BaselinePrediction row : rowsOf(sku)) {
      Steps of = Steps.of(row.firstStep(), row.cadence(), row.actualUnits().size());
      for (int i = 0; i < of.count(); i++) {
        int at = steps.indexOf(of.timeAt(i));
        if (at >= 0 && at < steps.count()) {
          actual[at] = row.actualUnits().thousandthsAt(i);
          expected[at] = row.expectedUnits().thousandthsAt(i);
        }
      }
    }
    Sums sums = new Sums();
    for (int i = 0; i < steps.count(); i++) {
      if (actual[i] != SalesSeries.UNKNOWN && expected[i] != SalesSeries.UNKNOWN) {
        sums.actual += actual[i];
        sums.expected += expected[i];
        sums.known++;
      }
    }
    return sums;
  }

  /** Rows of one product, day rows last: they are the authority. */
  private Collection<BaselinePrediction> rowsOf(Sku sku) {
    List<BaselinePrediction> of = new ArrayList<>();
    rows.stream().filter(row -> row.sku().equals(sku)).forEach(of::add);
    of.sort(Comparator.comparing(this::isDayRow));
    return of;
  }

  private boolean isDayRow(BaselinePrediction row) {
    Instant end = cadence.plus(row.firstStep(), row.actualUnits().size());
    return row.firstStep().getEpochSecond() % 86_400 == 0
        && !end.isBefore(row.firstStep().plusSeconds(86_400));
  }

  private static final class Sums {
    private long actual;
    private long expected;
    private int known;
  }
}
