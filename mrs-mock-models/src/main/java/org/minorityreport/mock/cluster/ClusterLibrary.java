package org.minorityreport.mock.cluster;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * The known shapes and how far away a match may be. Immutable.
 *
 * @param threshold the greatest distance of a match
 * @param clusters the shapes, in the order in which the first of equals wins
 */
record ClusterLibrary(
    @JsonProperty("threshold") double threshold,
    @JsonProperty("clusters") List<Centroid> clusters) {
  private static final String RESOURCE = "centroids.json";

  ClusterLibrary {
    clusters = List.copyOf(clusters);
  }

  /** {@return the library that is shipped with the model} */
  static ClusterLibrary shipped() {
    try (InputStream in = ClusterLibrary.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + RESOURCE + " is not in the jar");
      }
      return JsonMapper.shared().readValue(in, ClusterLibrary.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
