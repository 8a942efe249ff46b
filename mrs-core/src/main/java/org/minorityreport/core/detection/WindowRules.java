package org.minorityreport.core.detection;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.model.Alarm;
import org.minorityreport.api.model.ClassifierAnswer;
import org.minorityreport.api.model.OpenWindow;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.series.Expectations;
import org.minorityreport.api.series.Price;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.stage.ClosedMember;
import org.minorityreport.api.stage.DetectionSettings;
import org.minorityreport.api.stage.DetectionTask;
import org.minorityreport.api.stage.SeriesCarry;
import org.minorityreport.api.stage.SeriesInput;
import org.minorityreport.api.stage.StructuralChange;

/** Opens and closes the windows of one series at one tick (spec 4.1); used once. */
final class WindowRules {
  private final DetectionTask task;
  private final DetectionSettings settings;
  private final Span span;
  private final SalesSeries series;
  private final SeriesInput input;
  private final SeriesCarry carry;
  private final Expectations said;
  private final List<Member> closed = new ArrayList<>();
  private Instant notBefore;
  private List<Alarm> alarms = List.of();
  private @Nullable OpenWindow open;
  private @Nullable StructuralChange change;
  private Instant previousEnd = Instant.MIN;

  WindowRules(
      DetectionTask task, Span span, SeriesInput input, Expectations said, SeriesCarry carry) {
    this.task = task;
    this.settings = task.settings();
    this.span = span;
    this.series = input.series();
    this.input = input;
    this.carry = carry;
    this.said = said;
    this.open = carry.openWindow().orElse(null);
    for (ClosedMember member : task.carry().closedMembers()) {
      Instant end = member.member().windowEnd().orElse(previousEnd);
      boolean later = member.member().sku().equals(series.id().sku()) && end.isAfter(previousEnd);
      previousEnd = later ? end : previousEnd;
    }
    this.notBefore = carry.structuralChange().map(StructuralChange::closedAt).orElse(Instant.MIN);
  }

  /** Takes the steps that the tick added, one after the other. */
  void apply(ClassifierAnswer answer, Steps added) {
    alarms = answer.alarms();
    for (int i = 0; i < added.count(); i++) {
      Instant step = added.timeAt(i);
      int sign = answer.signAt(answer.steps().indexOf(step));
      closeIfTooLong(step);
      OpenWindow window = open;
      if (window == null) {
        openAt(answer, step, sign);
      } else if (sign == window.direction().sign()) {
        open = OpenWindow.builder().from(window).lastDeviating(step).build();
      } else {
        closeIfQuiet(window, step);
      }
    }
    closeIfTooLong(task.tick());
  }

  Optional<OpenWindow> openWindow() {
    return Optional.ofNullable(open);
  }

  Optional<Member> openMember() {
    return Optional.ofNullable(open).map(w -> member(w, Instant.MAX));
  }

  List<Member> closed() {
    return closed;
  }

  Optional<StructuralChange> change() {
    return Optional.ofNullable(change);
  }

  private void openAt(ClassifierAnswer answer, Instant step, int sign) {
    if (step.isBefore(notBefore)) {
      return;
    }
    for (Alarm alarm : alarms) {
      boolean covers = !step.isBefore(alarm.onset()) && !step.isAfter(alarm.lastDeviating());
      if (covers && sign == alarm.direction().sign()) {
        onset(answer, alarm, step)
            .ifPresent(
                onset ->
                    open =
                        OpenWindow.builder()
                            .onset(onset)
                            .direction(alarm.direction())
                            .lastDeviating(step)
                            .raisedAt(task.tick())
                            .build());
        return;
      }
    }
  }

  /** The alarm's onset, moved later to the first deviating step that may be one. */
  private Optional<Instant> onset(ClassifierAnswer answer, Alarm alarm, Instant step) {
    Steps steps = answer.steps();
    for (int i = steps.indexOf(alarm.onset()); i <= steps.indexOf(step); i++) {
      Instant time = steps.timeAt(i);
      boolean allowed =
          !time.isBefore(span.earliestOnset())
              && !time.isBefore(previousEnd)
              && !time.isBefore(notBefore);
      if (allowed && answer.signAt(i) == alarm.direction().sign()) {
        return Optional.of(time);
      }
    }
    return Optional.empty();
  }

  /**
   * Closes a window when enough known steps, spanning enough time, follow its last deviating one. A
   * step of which nothing was expected counts for nothing, like one that is unknown.
   */
  private void closeIfQuiet(OpenWindow window, Instant step) {
    Steps steps = series.steps();
    Instant firstQuiet = null;
    int quiet = 0;
    for (int i = steps.indexOf(window.lastDeviating()) + 1; i <= steps.indexOf(step); i++) {
      if (comparable(steps.timeAt(i))) {
        firstQuiet = firstQuiet == null ? steps.timeAt(i) : firstQuiet;
        quiet++;
      }
    }
    if (!comparable(step) || firstQuiet == null || quiet < settings.persistenceSteps()) {
      return;
    }
    Duration spanned = Duration.between(firstQuiet, span.cadence().plus(step, 1));
    if (spanned.compareTo(settings.persistence()) >= 0) {
      close(window, firstQuiet, EndReason.RETURNED_TO_BASELINE);
    }
  }

  private boolean comparable(Instant step) {
    int i = said.steps().indexOf(step);
    return series.isKnown(series.steps().indexOf(step)) && i >= 0 && said.isKnown(i);
  }

  /** Closes a window that has reached its bound by a moment, at the bound. */
  private void closeIfTooLong(Instant moment) {
    OpenWindow window = open;
    if (window == null) {
      return;
    }
    Instant limit = window.onset().plus(settings.maxEventDuration());
    if (moment.isBefore(limit)) {
      return;
    }
    Cadence cadence = span.cadence();
    Instant end = cadence.floor(limit);
    long all = cadence.between(window.onset(), end);
    SalesSeries within = series.between(window.onset(), end);
    long known = 0;
    for (int i = 0; i < within.size(); i++) {
      known += within.isKnown(i) ? 1 : 0;
    }
    boolean structural = known * 2 >= all;
    if (structural) {
      change = StructuralChange.builder().onset(window.onset()).closedAt(task.tick()).build();
      notBefore = task.tick();
    }
    close(window, end, structural ? EndReason.STRUCTURAL_CHANGE : EndReason.NO_DATA);
  }

  private void close(OpenWindow window, Instant end, EndReason reason) {
    closed.add(member(window, end).closed(end, reason, task.tick()));
    previousEnd = end;
    open = null;
  }

  /** The window with its totals: both sums over the steps of which both are known. */
  private Member member(OpenWindow window, Instant end) {
    Direction direction = window.direction();
    long attributed = 0;
    long expected = 0;
    long cents = 0;
    boolean paid = false;
    Steps steps = said.steps();
    int first = Math.max(0, steps.indexOf(window.onset()));
    for (int i = first; i <= steps.indexOf(window.lastDeviating()); i++) {
      int at = series.steps().indexOf(steps.timeAt(i));
      boolean counts = at >= 0 && steps.timeAt(i).isBefore(end);
      if (!counts || !said.isKnown(i) || !series.isKnown(at)) {
        continue;
      }
      attributed += series.thousandthsAt(at);
      expected += said.thousandthsAt(i);
      if (series.revenueCentsAt(at) != SalesSeries.UNKNOWN) {
        cents += series.revenueCentsAt(at);
        paid = true;
      }
    }
    return new Member(
        series.id().sku(),
        window.onset(),
        direction,
        window.raisedAt(),
        window.lastDeviating(),
        severity(window),
        attributed,
        expected,
        paid ? Optional.of(BigDecimal.valueOf(cents, 2)) : Optional.empty(),
        price(window),
        null,
        null,
        null);
  }

  private double severity(OpenWindow window) {
    double greatest = 0;
    for (Alarm alarm : alarms) {
      boolean within =
          !alarm.lastDeviating().isBefore(window.onset())
              && !alarm.onset().isAfter(window.lastDeviating());
      if (within && alarm.direction() == window.direction()) {
        greatest = Math.max(greatest, alarm.severity());
      }
    }
    return greatest;
  }

  /**
   * The price over the look-back before the onset, so that it never moves while the window is open.
   */
  private Optional<Price> price(OpenWindow window) {
    Instant from = window.onset().minus(span.baselineLookBack());
    return series.between(from, window.onset()).price(Masks.at(window.onset(), input, carry));
  }
}
