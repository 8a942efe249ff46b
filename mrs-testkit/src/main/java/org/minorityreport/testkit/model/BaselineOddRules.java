package org.minorityreport.testkit.model;

import java.time.Duration;
import java.util.List;
import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.BaselineQuestion;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Expectations;

/** What a baseline says of series that are odd. */
final class BaselineOddRules {
  private BaselineOddRules() {}

  static List<ModelRule<BaselineModel, BaselineQuestion, Expectations>> all() {
    Cadence hours = SeriesCase.HOURS;
    SeriesCase level = SeriesCase.level(hours, 20);
    int all = 100_000;
    return List.of(
        ModelRule.of(10, "Asked about no step it says nothing of none", BaselineOddRules::none),
        ModelRule.of(
            11, "With less than its minimum history it expects nothing", BaselineOddRules::shorter),
        known(12, "Constant sales have an expectation", level),
        known(13, "Sales of zero have an expectation", SeriesCase.level(hours, 0)),
        ModelRule.of(14, "Where nothing is known nothing is expected", BaselineOddRules::unknown),
        known(15, "Huge sales have an expectation", SeriesCase.level(hours, 150_000_000)),
        known(
            16,
            "Where more is brought back than sold no less than zero is expected",
            level.with(new Bump(-all, all, Bump.Kind.RETURNS))),
        known(
            17,
            "Sales of zero with some spikes have an expectation",
            SeriesCase.level(hours, 0)
                .with(
                    new Bump(-170, 1, Bump.Kind.HUGE),
                    new Bump(-90, 2, Bump.Kind.HUGE),
                    new Bump(-2, 1, Bump.Kind.HUGE))),
        ModelRule.with(
            ModelCapability.DAILY_STEPS,
            20,
            "Steps of a day have an expectation",
            bench -> expectAll(bench, SeriesCase.ordinary(SeriesCase.DAYS, 6))),
        ModelRule.without(
            ModelCapability.DAILY_STEPS,
            21,
            "Without understanding steps of a day it expects nothing of them",
            bench -> {
              BaselineCase asked = whole(bench, SeriesCase.ordinary(SeriesCase.DAYS, 6));
              expectNothing(bench, asked, "DAILY_STEPS is declined: do not decline it");
            }),
        AnyRules.inRange(22));
  }

  private static ModelRule<BaselineModel, BaselineQuestion, Expectations> known(
      int number, String intent, SeriesCase sales) {
    return ModelRule.of(number, intent, bench -> expectAll(bench, sales));
  }

  private static BaselineCase whole(
      ModelBench<BaselineModel, BaselineQuestion, Expectations> bench, SeriesCase sales) {
    return BaselineCase.of(sales, BaselineQuestions.all(bench.info(), sales.cadence()), 3);
  }

  /** The whole look-back is known, so that history cannot be too short. */
  private static void expectAll(
      ModelBench<BaselineModel, BaselineQuestion, Expectations> bench, SeriesCase sales) {
    BaselineCase asked = whole(bench, sales);
    Expectations said = bench.askSoundly(bench.model(), asked.told());
    for (int i = 0; i < asked.asked(); i++) {
      int step = i;
      Expect.that(
          said.isKnown(i),
          () ->
              "nothing is expected of the step at "
                  + asked.time(step)
                  + " although the whole look-back of "
                  + bench.info().lookBack()
                  + " is known; asked about "
                  + asked.words());
    }
  }

  private static void none(ModelBench<BaselineModel, BaselineQuestion, Expectations> bench) {
    BaselineModel model = bench.model();
    int all = BaselineQuestions.all(bench.info(), SeriesCase.HOURS);
    SeriesCase sales = SeriesCase.ordinary(SeriesCase.HOURS, 7);
    bench.askSoundly(model, BaselineCase.of(sales, all, 0).told().named("no step"));
    bench.askSoundly(model, BaselineCase.of(sales, 0, 0).told().named("an empty series"));
  }

  private static void shorter(ModelBench<BaselineModel, BaselineQuestion, Expectations> bench) {
    Duration minimum = bench.info().minimumHistory();
    SeriesCase sales = SeriesCase.ordinary(SeriesCase.HOURS, 8);
    long seconds = sales.cadence().seconds();
    int tooFew = (int) Math.floorDiv(minimum.toSeconds() - 1, seconds);
    for (int before : List.of(0, tooFew / 2, tooFew)) {
      BaselineCase asked = BaselineCase.of(sales, Math.max(0, before), 1);
      if (before * seconds < minimum.toSeconds()) {
        expectNothing(bench, asked, "its minimum history is " + minimum);
      } else {
        bench.askSoundly(bench.model(), asked.told());
      }
    }
  }

  private static void unknown(ModelBench<BaselineModel, BaselineQuestion, Expectations> bench) {
    int all = BaselineQuestions.all(bench.info(), SeriesCase.HOURS);
    SeriesCase sales =
        SeriesCase.level(SeriesCase.HOURS, 20).with(new Bump(-all, all + 3, Bump.Kind.UNKNOWN));
    if (!bench.info().minimumHistory().isZero()) {
      expectNothing(bench, BaselineCase.of(sales, all, 3), "no step is known");
    } else {
      bench.askSoundly(bench.model(), BaselineCase.of(sales, all, 3).told());
    }
  }

  private static void expectNothing(
      ModelBench<BaselineModel, BaselineQuestion, Expectations> bench,
      BaselineCase asked,
      String although) {
    Expectations said = bench.askSoundly(bench.model(), asked.told());
    for (int i = 0; i < asked.asked(); i++) {
      int step = i;
      Expect.that(
          !said.isKnown(i),
          () ->
              "of the step at "
                  + asked.time(step)
                  + " it expects "
                  + BaselineQuestions.words(said, step)
                  + ", but "
                  + although
                  + "; asked about "
                  + asked.words());
    }
  }
}
