package org.minorityreport.testkit.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.model.Alarm;
import org.minorityreport.api.model.ClassifierAnswer;
import org.minorityreport.api.model.ClassifierModel;
import org.minorityreport.api.model.ClassifierQuestion;
import org.minorityreport.api.model.OpenWindow;
import org.minorityreport.api.series.Cadence;

/** A window, once raised, stays what it is; and old data do not matter (specification 2.3). */
final class ClassifierWindowRules {
  private static final int TRIES = 80;

  /** Steps before and after now in which something happens; ticks run through the latter. */
  private static final int BEFORE = 24;

  private static final int TICKS = 16;

  private ClassifierWindowRules() {}

  /** Compares an alarm with what a later tick says. */
  private interface Later {
    void check(Told<?> told, Alarm raised, ClassifierAnswer later, Instant added);
  }

  static List<ModelRule<ClassifierModel, ClassifierQuestion, ClassifierAnswer>> all() {
    return List.of(
        ModelRule.of(
            30,
            "A window that a tick raised is there at every later tick",
            b -> ticks(b, ClassifierWindowRules::there)),
        ModelRule.of(
            31,
            "The direction of a window never changes",
            b -> ticks(b, ClassifierWindowRules::direction)),
        ModelRule.of(
            32, "The onset of a window never moves", b -> ticks(b, ClassifierWindowRules::onset)),
        ModelRule.of(
            33,
            "The last deviating step of a window never goes back",
            b -> ticks(b, ClassifierWindowRules::last)),
        ModelRule.of(
            34,
            "Steps older than the declared look-back change no window",
            ClassifierWindowRules::older));
  }

  /** Each tick adds a step; what it raised is looked for in the answer of the next. */
  private static void ticks(
      ModelBench<ClassifierModel, ClassifierQuestion, ClassifierAnswer> bench, Later later) {
    ClassifierModel model = bench.model();
    Arbitrary<Boolean> tellsOfWindow = Arbitraries.of(false, true);
    Cases.all(
        Combinators.combine(ClassifierCase.any(bench, BEFORE, TICKS), tellsOfWindow).as(Walk::new),
        TRIES,
        walk -> {
          ClassifierAnswer before = bench.ask(model, walk.at(0, null).told());
          for (int tick = 1; tick <= TICKS; tick++) {
            Told<ClassifierQuestion> told = walk.at(tick, before).told();
            ClassifierAnswer now = bench.ask(model, told);
            Instant added = before.steps().to();
            for (Alarm raised : before.alarms()) {
              later.check(told, raised, now, added);
            }
            before = now;
          }
        });
  }

  /**
   * A case and whether the model is told of the window that its own alarm opened.
   *
   * @param asked the case, to its last step
   * @param tellsOfWindow whether the question holds the open window
   */
  private record Walk(ClassifierCase asked, boolean tellsOfWindow) {
    ClassifierCase at(int tick, @Nullable ClassifierAnswer before) {
      OpenWindow window = null;
      if (tellsOfWindow && before != null && !before.alarms().isEmpty()) {
        Alarm alarm = before.alarms().get(before.alarms().size() - 1);
        window =
            OpenWindow.builder()
                .onset(alarm.onset())
                .direction(alarm.direction())
                .lastDeviating(alarm.lastDeviating())
                .raisedAt(before.steps().to())
                .build();
      }
      return asked.until(tick, window);
    }
  }

  private static boolean overlap(Alarm one, Alarm other) {
    return !one.onset().isAfter(other.lastDeviating())
        && !other.onset().isAfter(one.lastDeviating());
  }

  private static Optional<Alarm> sameSide(Alarm raised, ClassifierAnswer later) {
    return later.alarms().stream()
        .filter(a -> overlap(a, raised) && a.direction() == raised.direction())
        .findFirst();
  }

  private static void there(Told<?> told, Alarm raised, ClassifierAnswer later, Instant added) {
    Expect.that(
        later.alarms().stream().anyMatch(a -> overlap(a, raised)),
        () ->
            ClassifierQuestions.words(raised)
                + " was gone when data after "
                + added
                + " were added; asked about "
                + told.words());
  }

  private static void direction(Told<?> told, Alarm raised, ClassifierAnswer later, Instant added) {
    boolean turned =
        sameSide(raised, later).isEmpty()
            && later.alarms().stream().anyMatch(a -> overlap(a, raised));
    Expect.that(
        !turned,
        () ->
            ClassifierQuestions.words(raised)
                + " turned into its opposite when data after "
                + added
                + " were added; asked about "
                + told.words());
  }

  private static void onset(Told<?> told, Alarm raised, ClassifierAnswer later, Instant added) {
    sameSide(raised, later)
        .filter(a -> !a.onset().equals(raised.onset()))
        .ifPresent(
            a -> {
              throw new AssertionError(
                  "onset of the window at "
                      + raised.onset()
                      + " moved to "
                      + a.onset()
                      + " when data after "
                      + added
                      + " were added; asked about "
                      + told.words());
            });
  }

  private static void last(Told<?> told, Alarm raised, ClassifierAnswer later, Instant added) {
    sameSide(raised, later)
        .filter(a -> a.lastDeviating().isBefore(raised.lastDeviating()))
        .ifPresent(
            a -> {
              throw new AssertionError(
                  "the last deviating step of "
                      + ClassifierQuestions.words(raised)
                      + " went back to "
                      + a.lastDeviating()
                      + " when data after "
                      + added
                      + " were added; asked about "
                      + told.words());
            });
  }

  /** The series is cut; a window that begins a look-back after the cut must not notice. */
  private static void older(
      ModelBench<ClassifierModel, ClassifierQuestion, ClassifierAnswer> bench) {
    ClassifierModel model = bench.model();
    Cases.all(
        Combinators.combine(
                ClassifierCase.any(bench, 2 * BEFORE, 1), Arbitraries.integers().between(1, BEFORE))
            .as(Cut::new),
        2 * TRIES,
        cut -> {
          ClassifierAnswer whole = bench.ask(model, cut.whole().told());
          ClassifierAnswer part = bench.ask(model, cut.part().told());
          Instant from = part.steps().from().plus(bench.info().lookBack());
          for (Alarm alarm : whole.alarms()) {
            Expect.that(
                alarm.onset().isBefore(from) || part.alarms().contains(alarm),
                () -> unlike(cut, alarm, sameSide(alarm, part), "is gone", bench));
          }
          for (Alarm alarm : part.alarms()) {
            Expect.that(
                alarm.onset().isBefore(from) || sameSide(alarm, whole).isPresent(),
                () -> unlike(cut, alarm, Optional.empty(), "is there only", bench));
          }
        });
  }

  private static String unlike(
      Cut cut, Alarm alarm, Optional<Alarm> instead, String otherwise, ModelBench<?, ?, ?> bench) {
    Cadence cadence = cut.whole().cadence();
    return ClassifierQuestions.words(alarm)
        + " "
        + instead
            .map(
                a ->
                    "of severity "
                        + alarm.severity()
                        + " is "
                        + ClassifierQuestions.words(a)
                        + " of severity "
                        + a.severity())
            .orElse(otherwise)
        + " without the steps before "
        + cadence.plus(SeriesCase.now(cadence), cut.part().from())
        + ", which lie more than the look-back of "
        + bench.info().lookBack()
        + " before it; asked about "
        + cut.whole().words();
  }

  private record Cut(ClassifierCase whole, int steps) {
    ClassifierCase part() {
      return ClassifierCase.of(whole.sales(), whole.from() + steps, whole.to());
    }
  }
}
