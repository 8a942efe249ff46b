package org.minorityreport.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.model.AttributionAnswer;
import org.minorityreport.api.model.AttributionModel;
import org.minorityreport.api.model.AttributionQuestion;
import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.BaselineQuestion;
import org.minorityreport.api.model.ClassifierAnswer;
import org.minorityreport.api.model.ClassifierModel;
import org.minorityreport.api.model.ClassifierQuestion;
import org.minorityreport.api.model.ClusterModel;
import org.minorityreport.api.model.ClusterQuestion;
import org.minorityreport.api.model.CohortAnswer;
import org.minorityreport.api.model.CohortModel;
import org.minorityreport.api.model.CohortQuestion;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.model.ModelRoute;
import org.minorityreport.api.record.ClusterOutput;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Expectations;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.stage.ReportPair;
import org.minorityreport.core.model.ModelEdge;
import org.minorityreport.core.model.Models;
import org.minorityreport.core.model.RecordedFailure;

/**
 * The models of today as they fared at a tick that was run: a call that failed then fails again, in
 * the same words. Thread-safe as the models are.
 */
final class PastModels {
  private final PastFaults faults;
  private final Instant tick;

  private PastModels(PastFaults faults, Instant tick) {
    this.faults = faults;
    this.tick = tick;
  }

  static Models of(PastFaults faults, Instant tick, Models today) {
    PastModels past = new PastModels(faults, tick);
    BaselineModel standIn = today.baseline().fallback().orElse(null);
    return new Models(
        route(today.baseline(), (m, way) -> past.new Baseline(m, way, standIn)),
        route(today.classifier(), (m, way) -> past.new Classifier(m, way)),
        route(today.cluster(), (m, way) -> past.new Cluster(m, way)),
        route(today.attribution(), (m, way) -> past.new Attribution(m, way)),
        route(today.cohort(), (m, way) -> past.new Cohort(m, way)));
  }

  private static <M extends Model> ModelRoute<M> route(
      ModelRoute<M> today, BiFunction<M, String, M> as) {
    return today.map((model, way) -> as.apply(model, way.wireName()));
  }

  /** A model that fails where it failed. */
  private abstract class Past<M extends Model> implements Model {
    final M model;
    private final ModelRole role;
    private final String route;

    Past(M model, ModelRole role, String route) {
      this.model = model;
      this.role = role;
      this.route = route;
    }

    @Override
    public ModelInfo info() {
      return model.info();
    }

    /** {@return whether it is asked first; a shadow says what it says, whoever failed} */
    boolean isPrimary() {
      return !isFallback() && !route.equals(ModelEdge.SHADOW);
    }

    boolean isFallback() {
      return route.equals(ModelEdge.FALLBACK);
    }

    @Nullable RecordedFailure failure(Object about) {
      return faults.call(tick, new PastFaults.Call(role.wireName(), route, about)).orElse(null);
    }

    void check(Object about) {
      RecordedFailure failure = failure(about);
      if (failure != null) {
        throw failure;
      }
    }
  }

  /**
   * Of steps that earlier ticks asked about as well, because what they were told is not remembered,
   * those say what the fallback said for which the primary had failed.
   */
  private final class Baseline extends Past<BaselineModel> implements BaselineModel {
    private final @Nullable BaselineModel standIn;

    Baseline(BaselineModel model, String route, @Nullable BaselineModel standIn) {
      super(model, ModelRole.BASELINE, route);
      this.standIn = standIn;
    }

    @Override
    public Expectations expect(BaselineQuestion question) {
      List<PastFaults.Unsaid> unsaid = faults.unsaid(question.series().id());
      Steps asked = question.asked();
      boolean failed = isUnsaid(unsaid, tick, isFallback(), asked);
      List<Steps> parts = isPrimary() ? parts(unsaid, asked) : List.of(asked);
      boolean nobody = standIn == null || isUnsaid(unsaid, tick, true, asked);
      if (failed && (nobody || parts.size() == 1)) {
        check(question.series().id());
      }
      Expectations all = null;
      for (Steps part : parts) {
        boolean stoodIn = isPrimary() && isStoodIn(unsaid, part.cadence(), part.from());
        BaselineModel by = stoodIn && standIn != null ? standIn : model;
        Expectations said =
            by.expect(BaselineQuestion.builder().from(question).asked(part).build());
        all = all == null ? said : all.then(said);
      }
      return Objects.requireNonNull(all, "no steps");
    }

    /** Cuts steps where the model that spoke of them changes. */
    private List<Steps> parts(List<PastFaults.Unsaid> unsaid, Steps asked) {
      List<Steps> parts = new ArrayList<>();
      int from = 0;
      for (int i = 1; i <= asked.count(); i++) {
        if (i == asked.count()
            || isStoodIn(unsaid, asked.cadence(), asked.timeAt(i))
                != isStoodIn(unsaid, asked.cadence(), asked.timeAt(from))) {
          parts.add(asked.slice(from, i));
          from = i;
        }
      }
      return parts;
    }

    /** Whether the fallback said what is expected of a step. */
    private boolean isStoodIn(List<PastFaults.Unsaid> unsaid, Cadence cadence, Instant step) {
      return standIn != null
          && (faults.rested(cadence.plus(step, 1), tick) || isFailed(unsaid, step));
    }

    private boolean isFailed(List<PastFaults.Unsaid> unsaid, Instant step) {
      return unsaid.stream()
          .anyMatch(
              u ->
                  !u.isFallback()
                      && !u.tick().isAfter(tick)
                      && u.holds(step)
                      && !isUnsaid(unsaid, u.tick(), true, u.steps()));
    }

    private static boolean isUnsaid(
        List<PastFaults.Unsaid> unsaid, Instant at, boolean byFallback, Steps asked) {
      return unsaid.stream()
          .anyMatch(u -> u.tick().equals(at) && u.isFallback() == byFallback && u.overlaps(asked));
    }
  }

  private final class Classifier extends Past<ClassifierModel> implements ClassifierModel {
    Classifier(ClassifierModel model, String route) {
      super(model, ModelRole.CLASSIFIER, route);
    }

    @Override
    public ClassifierAnswer classify(ClassifierQuestion question) {
      check(question.series().id());
      return model.classify(question);
    }
  }

  private final class Cluster extends Past<ClusterModel> implements ClusterModel {
    Cluster(ClusterModel model, String route) {
      super(model, ModelRole.CLUSTER, route);
    }

    @Override
    public ClusterOutput compare(ClusterQuestion question) {
      check(question.reportId());
      return model.compare(question);
    }
  }

  private final class Attribution extends Past<AttributionModel> implements AttributionModel {
    Attribution(AttributionModel model, String route) {
      super(model, ModelRole.ATTRIBUTION, route);
    }

    @Override
    public AttributionAnswer attribute(AttributionQuestion question) {
      check(question.report().reportId());
      return model.attribute(question);
    }
  }

  private final class Cohort extends Past<CohortModel> implements CohortModel {
    Cohort(CohortModel model, String route) {
      super(model, ModelRole.COHORT, route);
    }

    @Override
    public CohortAnswer compare(CohortQuestion question) {
      check(
          ReportPair.of(question.one().report().reportId(), question.other().report().reportId()));
      return model.compare(question);
    }
  }
}
