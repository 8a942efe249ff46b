import org.jspecify.annotations.NullMarked;

/**
 * What hosts and model teams program against: values, records, inputs, the services a model offers,
 * the stages, the log store, hydrated views and the exceptions. It holds no behaviour beyond the
 * checks of its values; {@code mrs-core} implements it. Experimental as a whole until the first
 * release.
 *
 * <p>A model team requires this module alone. A host requires {@code org.minorityreport.core},
 * which brings it along.
 */
@NullMarked
module org.minorityreport.api {
  requires com.fasterxml.jackson.annotation;
  requires tools.jackson.core;
  requires tools.jackson.databind;
  requires static transitive org.jspecify;
  requires static org.immutables.value;

  exports org.minorityreport.api.alert;
  exports org.minorityreport.api.error;
  exports org.minorityreport.api.feed;
  exports org.minorityreport.api.figures;
  exports org.minorityreport.api.health;
  exports org.minorityreport.api.id;
  exports org.minorityreport.api.input;
  exports org.minorityreport.api.lifecycle;
  exports org.minorityreport.api.lineage;
  exports org.minorityreport.api.log;
  exports org.minorityreport.api.model;
  exports org.minorityreport.api.policy;
  exports org.minorityreport.api.provenance;
  exports org.minorityreport.api.record;
  exports org.minorityreport.api.rehearsal;
  exports org.minorityreport.api.review;
  exports org.minorityreport.api.series;
  exports org.minorityreport.api.stage;
  exports org.minorityreport.api.taxonomy;
  exports org.minorityreport.api.value;
  exports org.minorityreport.api.view;

  // The generated values are package-private; Jackson reaches them by reflection.
  opens org.minorityreport.api.feed to
      tools.jackson.databind;
  opens org.minorityreport.api.alert to
      tools.jackson.databind;
  opens org.minorityreport.api.figures to
      tools.jackson.databind;
  opens org.minorityreport.api.health to
      tools.jackson.databind;
  opens org.minorityreport.api.id to
      tools.jackson.databind;
  opens org.minorityreport.api.input to
      tools.jackson.databind;
  opens org.minorityreport.api.lifecycle to
      tools.jackson.databind;
  opens org.minorityreport.api.lineage to
      tools.jackson.databind;
  opens org.minorityreport.api.log to
      tools.jackson.databind;
  opens org.minorityreport.api.model to
      tools.jackson.databind;
  opens org.minorityreport.api.provenance to
      tools.jackson.databind;
  opens org.minorityreport.api.record to
      tools.jackson.databind;
  opens org.minorityreport.api.rehearsal to
      tools.jackson.databind;
  opens org.minorityreport.api.review to
      tools.jackson.databind;
  opens org.minorityreport.api.series to
      tools.jackson.databind;
  opens org.minorityreport.api.stage to
      tools.jackson.databind;
  opens org.minorityreport.api.taxonomy to
      tools.jackson.databind;
  opens org.minorityreport.api.value to
      tools.jackson.databind;
  opens org.minorityreport.api.view to
      tools.jackson.databind;
}
