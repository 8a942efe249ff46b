package org.minorityreport.core.run;

import org.minorityreport.api.stage.AttributionStage;
import org.minorityreport.api.stage.ClusteringStage;
import org.minorityreport.api.stage.CohortingStage;
import org.minorityreport.api.stage.DetectionStage;
import org.minorityreport.core.attribution.Attribution;
import org.minorityreport.core.clustering.Clustering;
import org.minorityreport.core.cohorting.Cohorting;
import org.minorityreport.core.detection.Detection;

/**
 * The stages of a tick, in the order in which they run. Immutable.
 *
 * @param detection sales to reports
 * @param clustering reports to shapes
 * @param attribution reports to causes
 * @param cohorting reports to events
 */
record Stages(
    DetectionStage detection,
    ClusteringStage clustering,
    AttributionStage attribution,
    CohortingStage cohorting) {
  static final String CLUSTERING = "clustering";
  static final String ATTRIBUTION = "attribution";
  static final String COHORTING = "cohorting";

  /** The stages of this library. */
  static final Stages OWN =
      new Stages(new Detection(), new Clustering(), new Attribution(), new Cohorting());
}
