package org.minorityreport.testkit.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.BaselineQuestion;
import org.minorityreport.api.model.KnownDriver;
import org.minorityreport.api.series.Expectations;

/** What a baseline must do. */
final class BaselineRules {
  private static final int TRIES = 60;

  private BaselineRules() {}

  static RoleRules<BaselineModel, BaselineQuestion, Expectations> all() {
    Map<String, List<ModelRule<BaselineModel, BaselineQuestion, Expectations>>> own =
        new LinkedHashMap<>();
    own.put("Odd series", BaselineOddRules.all());
    own.put("What an expectation rests on", laws());
    return new RoleRules<>(BaselineQuestions.INSTANCE, own);
  }

  private static List<ModelRule<BaselineModel, BaselineQuestion, Expectations>> laws() {
    return List.of(
        ModelRule.of(
            30,
            "What is sold in a step changes nothing of what is expected of it",
            BaselineRules::own),
        ModelRule.of(31, "Later steps change nothing of what is expected", BaselineRules::later),
        ModelRule.of(
            32, "Steps older than the declared look-back change nothing", BaselineRules::older),
        ModelRule.of(33, "Masked steps are not learnt from", BaselineRules::masked),
        ModelRule.of(
            34, "Steps asked about together get what each gets alone", BaselineRules::together),
        ModelRule.of(
            35,
            "What was recorded after a step changes nothing of what is expected of it",
            BaselineRules::recordedLater));
  }

  /** A case and what its steps are changed to. */
  private record Changed(BaselineCase asked, Bump.Kind kind) {}

  private static Arbitrary<Changed> changed(
      ModelBench<BaselineModel, BaselineQuestion, Expectations> bench, int more) {
    return Combinators.combine(
            BaselineCase.any(bench, more),
            Arbitraries.of(
                Bump.Kind.TENFOLD, Bump.Kind.NOTHING, Bump.Kind.UNKNOWN, Bump.Kind.RETURNS))
        .as(Changed::new);
  }

  private static void own(ModelBench<BaselineModel, BaselineQuestion, Expectations> bench) {
    BaselineModel model = bench.model();
    Cases.all(
        changed(bench, 0),
        TRIES,
        c -> {
          BaselineCase one = c.asked().asking(1, 0);
          SeriesCase other = one.sales().with(new Bump(0, 1, c.kind()));
          bench.same(
              one.told(),
              bench.ask(model, one.told()),
              bench.ask(model, one.selling(other).told()),
              "when the sales of that step itself are " + c.kind());
        });
  }

  private static void later(ModelBench<BaselineModel, BaselineQuestion, Expectations> bench) {
    BaselineModel model = bench.model();
    Cases.all(
        changed(bench, 0),
        TRIES,
        c -> {
          BaselineCase now = c.asked().asking(1, 0);
          Expectations said = bench.ask(model, now.told());
          int more = c.asked().asked();
          SeriesCase other = now.sales().with(new Bump(1, more, c.kind()));
          String after = "of " + now.time(1) + " and later ";
          bench.same(
              now.told(),
              said,
              bench.ask(model, now.asking(1, more).told()),
              "when the sales " + after + "are added");
          bench.same(
              now.told(),
              said,
              bench.ask(model, now.asking(1, more).selling(other).told()),
              "when the sales " + after + "are added and are " + c.kind());
        });
  }

  private static void older(ModelBench<BaselineModel, BaselineQuestion, Expectations> bench) {
    BaselineModel model = bench.model();
    int more = 40;
    Cases.all(
        changed(bench, 0),
        TRIES,
        c -> {
          BaselineCase enough = c.asked().asking(1, 0);
          BaselineCase whole =
              longer(
                  enough, more * (86_400 / (int) Math.min(86_400, enough.cadence().seconds())) / 2);
          int extra = whole.before() - enough.before();
          Expectations said = bench.ask(model, enough.told());
          String old = "that are older than its look-back of " + bench.info().lookBack();
          bench.same(
              enough.told(),
              said,
              bench.ask(model, whole.told()),
              "when "
                  + extra
                  + " steps are added before "
                  + enough.time(-enough.before())
                  + " "
                  + old);
          SeriesCase other = whole.sales().with(new Bump(-whole.before(), extra, c.kind()));
          bench.same(
              enough.told(),
              said,
              bench.ask(model, whole.selling(other).told()),
              "when the steps before "
                  + enough.time(-enough.before())
                  + " are added and are "
                  + c.kind()
                  + ", "
                  + old);
        });
  }

  private static BaselineCase longer(BaselineCase asked, int more) {
    return new BaselineCase(
        asked.sales(),
        asked.before() + more,
        asked.asked(),
        asked.after(),
        asked.maskedAt(),
        asked.masked());
  }

  private static void masked(ModelBench<BaselineModel, BaselineQuestion, Expectations> bench) {
    BaselineModel model = bench.model();
    Cases.all(
        changed(bench, 0),
        TRIES,
        c -> {
          BaselineCase plain =
              c.asked()
                  .masking(Math.min(-1, c.asked().maskedAt()), Math.max(1, c.asked().masked()));
          SeriesCase other =
              plain.sales().with(new Bump(plain.maskedAt(), plain.masked(), c.kind()));
          bench.same(
              plain.told(),
              bench.ask(model, plain.told()),
              bench.ask(model, plain.selling(other).told()),
              "when the sales of the masked steps are " + c.kind());
        });
  }

  private static void together(ModelBench<BaselineModel, BaselineQuestion, Expectations> bench) {
    BaselineModel model = bench.model();
    Cases.all(
        BaselineCase.any(bench, 0),
        TRIES,
        asked -> {
          Expectations said = bench.ask(model, asked.told());
          for (int i = 0; i < asked.asked(); i++) {
            bench.same(
                asked.told(),
                said.slice(i, i + 1),
                bench.ask(model, asked.told(i)),
                "when it is asked about that step alone");
          }
        });
  }

  private static void recordedLater(
      ModelBench<BaselineModel, BaselineQuestion, Expectations> bench) {
    BaselineModel model = bench.model();
    Cases.all(
        Combinators.combine(BaselineCase.any(bench, 0), Arbitraries.of("price", "temperature"))
            .as(Map::entry),
        TRIES,
        c -> {
          BaselineCase one = c.getKey().asking(1, 0);
          KnownDriver before = Measured.of(c.getValue(), one.time(-3), 2, Optional.empty());
          Instant late = one.time(1).plusSeconds(1);
          KnownDriver after = Measured.of(c.getValue(), one.time(0), 1000, Optional.of(late));
          bench.same(
              one.told(),
              bench.ask(model, one.told(List.of(before))),
              bench.ask(model, one.told(List.of(before, after))),
              "when a " + c.getValue() + " is added that was recorded at " + late);
        });
  }
}
