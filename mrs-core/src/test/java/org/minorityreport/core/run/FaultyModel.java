package org.minorityreport.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
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
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.ClusterOutput;
import org.minorityreport.api.series.Expectations;
import org.minorityreport.api.series.Steps;
import org.minorityreport.mock.MockModels;

/** A mock that throws as long as it is down, for the stores that it is down for. */
final class FaultyModel
    implements BaselineModel, ClassifierModel, ClusterModel, AttributionModel, CohortModel {
  private final String name;
  private final Model mock;
  private final List<BaselineQuestion> asked = Collections.synchronizedList(new ArrayList<>());
  private final List<AttributionQuestion> explained =
      Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch isAsked = new CountDownLatch(1);
  private volatile @Nullable Runnable whenAsked;
  private Predicate<String> down = store -> false;

  FaultyModel(String name, ModelRole role) {
    this.name = name;
    this.mock = new MockModels().create(role, ModelConfig.builder().seed(0).build());
  }

  /** Has something done by every question about a cause from now on, before it is answered. */
  void whenAsked(Runnable done) {
    whenAsked = done;
  }

  /** Waits until somebody asks about a cause, since {@link #whenAsked}. */
  void awaitAsked() throws InterruptedException {
    isAsked.await();
  }

  void down(Predicate<String> stores) {
    down = stores;
  }

  /** {@return what it was asked to expect of a store since this was last called} */
  List<BaselineQuestion> takeAsked(String store) {
    List<BaselineQuestion> ofStore =
        asked.stream().filter(q -> q.store().storeId().value().equals(store)).toList();
    asked.clear();
    return ofStore;
  }

  /** {@return what it was asked to explain of a store, in the order of the questions} */
  List<AttributionQuestion> explained(String store) {
    return explained.stream().filter(q -> q.store().storeId().value().equals(store)).toList();
  }

  @Override
  public ModelInfo info() {
    return ModelInfo.builder().from(mock.info()).name(name).build();
  }

  @Override
  public Expectations expect(BaselineQuestion question) {
    fail(question.store().storeId().value());
    asked.add(question);
    Expectations expected = ((BaselineModel) mock).expect(question);
    return question.covariates().isEmpty() ? expected : promoted(expected, question);
  }

  /** Expects as many times more as the drivers of a kind say. */
  private static Expectations promoted(Expectations expected, BaselineQuestion question) {
    Steps steps = expected.steps();
    double[] units = new double[steps.count()];
    double[] spread = new double[steps.count()];
    for (int i = 0; i < units.length; i++) {
      Instant step = steps.timeAt(i);
      Instant end = steps.cadence().plus(step, 1);
      double more = question.covariates().at("promotion", step, end).orElse(0);
      units[i] = expected.unitsAt(i) * (1 + more);
      spread[i] = expected.spreadAt(i);
    }
    return Expectations.of(steps, units, spread);
  }

  @Override
  public ClassifierAnswer classify(ClassifierQuestion question) {
    fail(question.store().storeId().value());
    return ((ClassifierModel) mock).classify(question);
  }

  @Override
  public ClusterOutput compare(ClusterQuestion question) {
    fail("");
    return ((ClusterModel) mock).compare(question);
  }

  @Override
  public AttributionAnswer attribute(AttributionQuestion question) {
    fail(question.store().storeId().value());
    explained.add(question);
    Runnable done = whenAsked;
    if (done != null) {
      isAsked.countDown();
      done.run();
    }
    return ((AttributionModel) mock).attribute(question);
  }

  @Override
  public CohortAnswer compare(CohortQuestion question) {
    fail(question.one().store().storeId().value());
    return ((CohortModel) mock).compare(question);
  }

  private void fail(String store) {
    if (down.test(store)) {
      throw new IllegalStateException(name + " is out");
    }
  }
}
