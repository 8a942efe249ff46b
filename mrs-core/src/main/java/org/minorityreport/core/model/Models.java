package org.minorityreport.core.model;

import java.util.Objects;
import org.minorityreport.api.model.AttributionModel;
import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.ClassifierModel;
import org.minorityreport.api.model.ClusterModel;
import org.minorityreport.api.model.CohortModel;

/** The models in service, one per role. Immutable. */
public record Models(
    BaselineModel baseline,
    ClassifierModel classifier,
    ClusterModel cluster,
    AttributionModel attribution,
    CohortModel cohort) {
  /** Refuses a role without model. */
  public Models {
    Objects.requireNonNull(baseline, "baseline");
    Objects.requireNonNull(classifier, "classifier");
    Objects.requireNonNull(cluster, "cluster");
    Objects.requireNonNull(attribution, "attribution");
    Objects.requireNonNull(cohort, "cohort");
  }
}
