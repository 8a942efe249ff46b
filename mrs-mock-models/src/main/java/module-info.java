import org.jspecify.annotations.NullMarked;

/**
 * Small honest models for every role, built on {@code mrs-api} alone, as any team would build
 * theirs: deterministic rules and look-ups that learn nothing. Found through {@link
 * java.util.ServiceLoader}; a host puts the jar on its path and asks for nothing. Beside them a
 * simulated world whose truth is known.
 */
@NullMarked
module org.minorityreport.mock {
  requires static org.immutables.value;
  requires static org.jspecify;
  requires org.minorityreport.api;
  requires tools.jackson.databind;

  exports org.minorityreport.mock;
  exports org.minorityreport.mock.cluster;
  exports org.minorityreport.mock.world;
  exports org.minorityreport.mock.world.narrative;

  // Jackson reads the library of shapes into records that are package-private.
  opens org.minorityreport.mock.cluster to
      tools.jackson.databind;

  provides org.minorityreport.api.model.ModelProvider with
      org.minorityreport.mock.MockModels;
}
