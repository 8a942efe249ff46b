package org.minorityreport.testkit.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Combinators;
import org.minorityreport.api.model.Alarm;
import org.minorityreport.api.model.ClassifierAnswer;
import org.minorityreport.api.model.ClassifierModel;
import org.minorityreport.api.model.ClassifierQuestion;
import org.minorityreport.api.model.KnownDriver;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Direction;

/** What a classifier must do. */
final class ClassifierRules {
  /** The step, counted from that of now, after which something becomes known. */
  private static final int LATE = -6;

  private ClassifierRules() {}

  static RoleRules<ClassifierModel, ClassifierQuestion, ClassifierAnswer> all() {
    Map<String, List<ModelRule<ClassifierModel, ClassifierQuestion, ClassifierAnswer>>> own =
        new LinkedHashMap<>();
    own.put("Odd series", odd());
    own.put("What is said of steps", sound());
    own.put("Windows over ticks", ClassifierWindowRules.all());
    return new RoleRules<>(ClassifierQuestions.INSTANCE, own);
  }

  private static List<ModelRule<ClassifierModel, ClassifierQuestion, ClassifierAnswer>> odd() {
    SeriesCase level = SeriesCase.level(SeriesCase.QUARTERS, 20);
    SeriesCase zero = SeriesCase.level(SeriesCase.QUARTERS, 0);
    return List.of(
        asked(10, "Of an empty series it says nothing", ClassifierCase.of(level, 0, 0), true),
        asked(11, "One step is enough to be asked about", ClassifierCase.of(level, -1, 0), false),
        asked(
            12,
            "Constant sales, as expected, do not deviate",
            ClassifierCase.of(level, -96, 0),
            true),
        asked(
            13,
            "Sales of zero, as expected, do not deviate",
            ClassifierCase.of(zero, -96, 0),
            true),
        asked(
            14,
            "Where nothing is known nothing deviates",
            ClassifierCase.of(level.with(new Bump(-96, 96, Bump.Kind.UNKNOWN)), -96, 0),
            true),
        asked(
            15,
            "Huge sales have an answer",
            ClassifierCase.of(level.with(new Bump(-20, 20, Bump.Kind.HUGE)), -96, 0),
            false),
        asked(
            16,
            "Where more is brought back than sold there is an answer",
            ClassifierCase.of(level.with(new Bump(-20, 20, Bump.Kind.RETURNS)), -96, 0),
            false),
        asked(
            17,
            "Single spikes have an answer",
            ClassifierCase.of(
                zero.with(
                    new Bump(-60, 1, Bump.Kind.HUGE),
                    new Bump(-40, 2, Bump.Kind.HUGE),
                    new Bump(-1, 1, Bump.Kind.HUGE)),
                -96,
                0),
            false));
  }

  private static ModelRule<ClassifierModel, ClassifierQuestion, ClassifierAnswer> asked(
      int number, String intent, ClassifierCase asked, boolean quiet) {
    return ModelRule.of(
        number,
        intent,
        bench -> {
          ClassifierAnswer answer = bench.askSoundly(bench.model(), asked.told());
          if (quiet) {
            expectQuiet(asked, answer, "nothing there is out of the ordinary");
          }
        });
  }

  private static void expectQuiet(ClassifierCase asked, ClassifierAnswer answer, String although) {
    for (int i = 0; i < answer.steps().count(); i++) {
      int step = i;
      Expect.that(
          answer.signAt(i) == 0,
          () ->
              "the step at "
                  + answer.steps().timeAt(step)
                  + " deviates "
                  + ClassifierQuestions.side(answer.signAt(step))
                  + ", but "
                  + although
                  + "; asked about "
                  + asked.words());
    }
  }

  private static List<ModelRule<ClassifierModel, ClassifierQuestion, ClassifierAnswer>> sound() {
    return List.of(
        ModelRule.with(
            ModelCapability.DROPS,
            20,
            "A shop that sells nothing for long is raised as a drop",
            ClassifierRules::drop),
        ModelRule.without(
            ModelCapability.DROPS,
            21,
            "Without raising drops no step and no alarm is one",
            ClassifierRules::noDrop),
        ModelRule.with(
            ModelCapability.DAILY_STEPS,
            22,
            "Steps of a day have an answer",
            bench -> bench.askSoundly(bench.model(), daily().told())),
        ModelRule.without(
            ModelCapability.DAILY_STEPS,
            23,
            "Without understanding steps of a day it says that none deviates",
            bench ->
                expectQuiet(
                    daily(),
                    bench.askSoundly(bench.model(), daily().told()),
                    "DAILY_STEPS is declined: do not decline it")),
        AnyRules.inRange(24),
        ModelRule.of(25, "No two alarms share a step", ClassifierRules::apart),
        ModelRule.of(
            26,
            "What was recorded after a step changes nothing of what is said of it",
            ClassifierRules::recordedLater));
  }

  private static ClassifierCase daily() {
    SeriesCase sales = SeriesCase.ordinary(SeriesCase.DAYS, 14);
    return ClassifierCase.of(sales.with(new Bump(-3, 2, Bump.Kind.TENFOLD)), -40, 0);
  }

  /** A day of nothing, in shops where a hundred a step is usual. */
  private static ClassifierCase closed(ModelBench<?, ?, ?> bench) {
    Cadence cadence = SeriesCase.QUARTERS;
    SeriesCase sales = SeriesCase.level(cadence, 100).with(new Bump(-96, 96, Bump.Kind.NOTHING));
    return ClassifierCase.of(sales, -192 - ClassifierCase.lookBack(bench, cadence), 0);
  }

  private static void drop(
      ModelBench<ClassifierModel, ClassifierQuestion, ClassifierAnswer> bench) {
    ClassifierCase asked = closed(bench);
    ClassifierAnswer answer = bench.askSoundly(bench.model(), asked.told());
    Expect.that(
        answer.alarms().stream().anyMatch(a -> a.direction() == Direction.DROP),
        () -> "no drop is raised; decline DROPS if that is meant; asked about " + asked.words());
  }

  private static void noDrop(
      ModelBench<ClassifierModel, ClassifierQuestion, ClassifierAnswer> bench) {
    ClassifierCase asked = closed(bench);
    ClassifierAnswer answer = bench.askSoundly(bench.model(), asked.told());
    boolean found = answer.alarms().stream().anyMatch(a -> a.direction() == Direction.DROP);
    for (int i = 0; i < answer.steps().count(); i++) {
      found |= answer.signAt(i) < 0;
    }
    boolean drops = found;
    Expect.that(
        !drops,
        () ->
            "DROPS is declined, but one is found: do not decline it; asked about " + asked.words());
  }

  /** Known only after the last step but six: of those before, the same is said. */
  private static void recordedLater(
      ModelBench<ClassifierModel, ClassifierQuestion, ClassifierAnswer> bench) {
    ClassifierModel model = bench.model();
    Cases.all(
        Combinators.combine(
                ClassifierCase.any(bench, 40, 1), Arbitraries.of("price", "temperature"))
            .as(Map::entry),
        60,
        c -> {
          ClassifierCase asked = c.getKey();
          String kind = c.getValue();
          Instant late = asked.time(LATE).plusSeconds(1);
          KnownDriver before = Measured.of(kind, asked.time(asked.from()), 2, Optional.empty());
          KnownDriver after = Measured.of(kind, asked.time(asked.from()), 1000, Optional.of(late));
          ClassifierAnswer said = bench.ask(model, asked.told(List.of(before)));
          ClassifierAnswer then = bench.ask(model, asked.told(List.of(before, after)));
          for (int i = 0; i < LATE - asked.from(); i++) {
            int step = i;
            Expect.that(
                said.signAt(i) == then.signAt(i),
                () ->
                    "the step at "
                        + said.steps().timeAt(step)
                        + " deviates "
                        + ClassifierQuestions.side(said.signAt(step))
                        + ", and "
                        + ClassifierQuestions.side(then.signAt(step))
                        + " when a "
                        + kind
                        + " is added that was recorded at "
                        + late
                        + "; asked about "
                        + asked.words());
          }
        });
  }

  private static void apart(
      ModelBench<ClassifierModel, ClassifierQuestion, ClassifierAnswer> bench) {
    ClassifierModel model = bench.model();
    Cases.all(
        bench.asked().any(bench),
        60,
        told -> {
          List<Alarm> alarms = bench.ask(model, told).alarms();
          for (int i = 1; i < alarms.size(); i++) {
            Alarm before = alarms.get(i - 1);
            Alarm next = alarms.get(i);
            Expect.that(
                next.onset().isAfter(before.lastDeviating()),
                () ->
                    ClassifierQuestions.words(next)
                        + " begins within "
                        + ClassifierQuestions.words(before)
                        + "; asked about "
                        + told.words());
          }
        });
  }
}
