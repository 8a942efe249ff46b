package org.minorityreport.core.model;

import java.time.Duration;
import java.util.function.Supplier;
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
import org.minorityreport.api.record.ClusterOutput;
import org.minorityreport.api.series.Expectations;

/** Models whose calls must end within their time budget. Thread-safe as the models are. */
final class WatchedModels {
  /** A call about more steps than this, as in a back-fill, stands for several. */
  private static final int STEPS_OF_ONE_CALL = 96;

  private final CallWatch watch;

  WatchedModels(CallWatch watch) {
    this.watch = watch;
  }

  /** {@return a model of the same role whose calls are watched} */
  Model of(ModelRole role, Model model) {
    return switch (role) {
      case BASELINE -> new Baseline((BaselineModel) model);
      case CLASSIFIER -> new Classifier((ClassifierModel) model);
      case CLUSTER -> new Cluster((ClusterModel) model);
      case ATTRIBUTION -> new Attribution((AttributionModel) model);
      case COHORT -> new Cohort((CohortModel) model);
    };
  }

  /** A model, and what it said of itself when it was made: it says the same at every call. */
  private abstract class Watched<M extends Model> implements Model {
    final M model;
    private final ModelInfo info;

    Watched(M model) {
      this.model = model;
      this.info = model.info();
    }

    @Override
    public ModelInfo info() {
      return info;
    }

    <A> A within(int steps, Supplier<A> call) {
      int calls = Math.max(1, (steps + STEPS_OF_ONE_CALL - 1) / STEPS_OF_ONE_CALL);
      Duration budget = info.timeBudget();
      return watch.call(info, calls == 1 ? budget : budget.multipliedBy(calls), call);
    }
  }

  private final class Baseline extends Watched<BaselineModel> implements BaselineModel {
    Baseline(BaselineModel model) {
      super(model);
    }

    @Override
    public Expectations expect(BaselineQuestion question) {
      return within(question.asked().count(), () -> model.expect(question));
    }
  }

  private final class Classifier extends Watched<ClassifierModel> implements ClassifierModel {
    Classifier(ClassifierModel model) {
      super(model);
    }

    @Override
    public ClassifierAnswer classify(ClassifierQuestion question) {
      return within(question.expectations().steps().count(), () -> model.classify(question));
    }
  }

  private final class Cluster extends Watched<ClusterModel> implements ClusterModel {
    Cluster(ClusterModel model) {
      super(model);
    }

    @Override
    public ClusterOutput compare(ClusterQuestion question) {
      return within(1, () -> model.compare(question));
    }
  }

  private final class Attribution extends Watched<AttributionModel> implements AttributionModel {
    Attribution(AttributionModel model) {
      super(model);
    }

    @Override
    public AttributionAnswer attribute(AttributionQuestion question) {
      return within(1, () -> model.attribute(question));
    }
  }

  private final class Cohort extends Watched<CohortModel> implements CohortModel {
    Cohort(CohortModel model) {
      super(model);
    }

    @Override
    public CohortAnswer compare(CohortQuestion question) {
      return within(1, () -> model.compare(question));
    }
  }
}
