package org.minorityreport.api.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A cluster that a model comes with. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableKnownCluster.class)
@JsonPropertyOrder({"id", "name", "category", "centroid", "embedding_x", "embedding_y", "curve"})
public interface KnownCluster {
  /** {@return stable id} */
  String id();

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

  /** Checks the rules of the fields. */
  @Value.Check
  default void check() {
    Rules.name("id", id());
    Rules.name("name", name());
    Rules.name("category", category());
    Rules.check(centroid().size() == 16, "centroid", centroid(), "16 numbers");
    Rules.check(curve().size() == 32, "curve", curve(), "32 numbers");
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link KnownCluster}; one thread at a time. */
  final class Builder extends ImmutableKnownCluster.Builder {
    Builder() {}
  }
}
