package org.minorityreport.mock.cluster;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A known shape in the library. Immutable.
 *
 * @param id stable id
 * @param name name people use
 * @param values 16 standardised features
 * @param embeddingX position on the map
 * @param embeddingY position on the map
 */
record Centroid(
    @JsonProperty("id") String id,
    @JsonProperty("name") String name,
    @JsonProperty("centroid") List<Double> values,
    @JsonProperty("embedding_x") double embeddingX,
    @JsonProperty("embedding_y") double embeddingY) {
  Centroid {
    values = List.copyOf(values);
  }

  /** {@return the cosine of the angle to a vector, -1 to 1; 0 if the vector has no length} */
  double cosine(List<Double> vector) {
    double product = 0;
    double own = 0;
    double other = 0;
    for (int i = 0; i < values.size(); i++) {
      product += values.get(i) * vector.get(i);
      own += values.get(i) * values.get(i);
      other += vector.get(i) * vector.get(i);
    }
    double length = Math.sqrt(own) * Math.sqrt(other);
    return length == 0 ? 0 : Math.max(-1, Math.min(1, product / length));
  }
}
