package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A row of MRCRL: how a report was clustered when it was looked at again. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableReportReclustered.class)
@JsonPropertyOrder({"rereview_round"})
public interface ReportReclustered extends ReportSpine, ClusteringFields {
  /** {@return which round of looking at the report again, 1 or more} */
  int rereviewRound();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default ReportReclustered check() {
    SpineRules.spine(this);
    Rules.check(rereviewRound() >= 1, "rereview_round", rereviewRound(), "1 or more");
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

  /** Builds a {@link ReportReclustered}; one thread at a time. */
  final class Builder extends ImmutableReportReclustered.Builder {
    Builder() {}
  }
}
