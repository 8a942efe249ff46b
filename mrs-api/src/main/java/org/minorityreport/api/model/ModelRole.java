package org.minorityreport.api.model;

import java.util.Locale;

/** What a model can be asked to do. */
public enum ModelRole {
  /** Expected units and spread per step. */
  BASELINE(BaselineModel.class),
  /** Deviating steps and alarms. */
  CLASSIFIER(ClassifierModel.class),
  /** Which known shape an anomaly has. */
  CLUSTER(ClusterModel.class),
  /** What caused an anomaly. */
  ATTRIBUTION(AttributionModel.class),
  /** Whether two anomalies share a cause. */
  COHORT(CohortModel.class);

  private final Class<? extends Model> type;

  ModelRole(Class<? extends Model> type) {
    this.type = type;
  }

  /** {@return the interface that a model of this role implements} */
  public Class<? extends Model> type() {
    return type;
  }

  /** {@return the name of the role in rows: lower case} */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
