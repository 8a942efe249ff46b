package org.minorityreport.api.record;

import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A row of MRCL: how a report was clustered at a tick. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableReportClustered.class)
public interface ReportClustered extends ReportSpine, ClusteringFields {
  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default ReportClustered check() {
    SpineRules.spine(this);
    SpineRules.cluster(this);
    Rules.check(featureVector().size() == 16, "feature_vector", featureVector(), "16 numbers");
    return Num.isRounded(severityScore())
            && Num.isRounded(similarityScore())
            && Num.isRounded(clusterMatchConfidence())
            && Num.isRounded(featureVector())
            && Num.isRounded(nearestDistance())
            && Num.isRounded(embeddingX())
            && Num.isRounded(embeddingY())
        ? this
        : builder()
            .from(this)
            .severityScore(Num.round(severityScore()))
            .similarityScore(Num.round(similarityScore()))
            .clusterMatchConfidence(Num.round(clusterMatchConfidence()))
            .featureVector(Num.round(featureVector()))
            .nearestDistance(Num.round(nearestDistance()))
            .embeddingX(Num.round(embeddingX()))
            .embeddingY(Num.round(embeddingY()))
            .build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ReportClustered}; one thread at a time. */
  final class Builder extends ImmutableReportClustered.Builder {
    Builder() {}
  }
}
