import org.jspecify.annotations.NullMarked;

/** What hosts and authors of models and stores test with. */
@NullMarked
module org.minorityreport.testkit {
  requires transitive org.minorityreport.api;
  requires transitive org.minorityreport.core;
  requires transitive org.minorityreport.mock;
  requires net.jqwik.api;
  requires org.jspecify;
  requires transitive org.junit.jupiter.api;

  exports org.minorityreport.testkit;
  exports org.minorityreport.testkit.discovery;
  exports org.minorityreport.testkit.host;
  exports org.minorityreport.testkit.model;
  exports org.minorityreport.testkit.quality;
  exports org.minorityreport.testkit.store;
  exports org.minorityreport.testkit.store.disk;
  exports org.minorityreport.testkit.store.kill;

  opens org.minorityreport.testkit.model to
      org.junit.platform.commons;
  opens org.minorityreport.testkit.store to
      org.junit.platform.commons;

  uses org.minorityreport.api.model.ModelProvider;
}
