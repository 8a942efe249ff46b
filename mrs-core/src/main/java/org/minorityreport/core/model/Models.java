package org.minorityreport.core.model;

import java.util.Objects;
import org.minorityreport.api.model.AttributionModel;
import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.ClassifierModel;
import org.minorityreport.api.model.ClusterModel;
import org.minorityreport.api.model.CohortModel;
import org.minorityreport.api.model.ModelRoute;

/** The models in service, with what answers where one fails, for each role. Immutable. */
public record Models(
    ModelRoute<BaselineModel> baseline,
    ModelRoute<ClassifierModel> classifier,
    ModelRoute<ClusterModel> cluster,
    ModelRoute<AttributionModel> attribution,
    ModelRoute<CohortModel> cohort) {
  /** Refuses a role without model. */
  public Models {
    Objects.requireNonNull(baseline, "baseline");
    Objects.requireNonNull(classifier, "classifier");
    Objects.requireNonNull(cluster, "cluster");
    Objects.requireNonNull(attribution, "attribution");
    Objects.requireNonNull(cohort, "cohort");
  }
}
