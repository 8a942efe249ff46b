package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A row of cluster_library_log: a cluster as one version of the library has it. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableClusterVersion.class)
@JsonPropertyOrder({
  "run_id",
  "written_at",
  "version",
  "cluster_id",
  "library_version",
  "name",
  "category",
  "centroid",
  "embedding_x",
  "embedding_y",
  "curve",
  "replaces",
  "state",
  "model_name",
  "model_version",
  "actor"
})
public interface ClusterVersion extends LogRecord {
  /** How many points a curve has. */
  int CURVE_POINTS = 32;

  /** {@return stable id of the cluster} */
  String clusterId();

  /** {@return which version of the library it is of, 1 or more; all rows of one act share it} */
  int libraryVersion();

  /** {@return the name people use} */
  String name();

  /** {@return what sort of cluster it is, such as uplift or a category of the taxonomy} */
  String category();

  /** {@return 16 standardised features} */
  List<Double> centroid();

  /** {@return position on the map} */
  double embeddingX();

  /** {@return position on the map} */
  double embeddingY();

  /** {@return actual divided by expected at 32 equally spaced points of the typical case} */
  List<Double> curve();

  /** {@return the clusters whose place it takes, sorted} */
  List<String> replaces();

  /** {@return a word of {@link ClusterState}, or of a newer library} */
  String state();

  /** {@return name of the model that compares with it} */
  String modelName();

  /** {@return version of that model} */
  String modelVersion();

  /** {@return who changed it; absent in the rows that a model came with} */
  Optional<String> actor();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default ClusterVersion check() {
    Rules.name("cluster_id", clusterId());
    Rules.check(libraryVersion() >= 1, "library_version", libraryVersion(), "1 or more");
    Rules.name("name", name());
    Rules.name("category", category());
    Rules.check(centroid().size() == 16, "centroid", centroid(), "16 numbers");
    Rules.check(curve().size() == CURVE_POINTS, "curve", curve(), "32 numbers");
    Rules.ascending("replaces", replaces());
    Rules.name("state", state());
    actor().ifPresent(actor -> Rules.name("actor", actor));
    return Num.isRounded(centroid())
            && Num.isRounded(curve())
            && Num.isRounded(embeddingX())
            && Num.isRounded(embeddingY())
        ? this
        : builder()
            .from(this)
            .centroid(Num.round(centroid()))
            .curve(Num.round(curve()))
            .embeddingX(Num.round(embeddingX()))
            .embeddingY(Num.round(embeddingY()))
            .build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ClusterVersion}; one thread at a time. */
  final class Builder extends ImmutableClusterVersion.Builder {
    Builder() {}
  }
}
