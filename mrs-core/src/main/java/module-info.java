import org.jspecify.annotations.NullMarked;

/**
 * The system itself, for hosts that embed it: the façade {@link org.minorityreport.core.Mrs}, the
 * stages, the runner, logs and hydration.
 *
 * <p>Models are found through {@link java.util.ServiceLoader}; core knows none of them.
 *
 * @uses org.minorityreport.api.alert.AlertSinkProvider
 * @uses org.minorityreport.api.model.ModelProvider
 * @provides org.minorityreport.api.alert.AlertSinkProvider for the channels inbox and log
 */
@NullMarked
module org.minorityreport.core {
  requires transitive org.minorityreport.api;
  requires com.google.common;
  requires commons.math3;
  requires de.siegmar.fastcsv;
  requires dev.failsafe.core;
  requires org.apache.commons.text;
  requires org.jspecify;
  requires tools.jackson.databind;

  uses org.minorityreport.api.alert.AlertSinkProvider;
  uses org.minorityreport.api.model.ModelProvider;

  provides org.minorityreport.api.alert.AlertSinkProvider with
      org.minorityreport.core.alert.InboxSinkProvider,
      org.minorityreport.core.alert.LogSinkProvider;

  exports org.minorityreport.core;
  exports org.minorityreport.core.alert;
  exports org.minorityreport.core.approval;
  exports org.minorityreport.core.attribution;
  exports org.minorityreport.core.audit;
  exports org.minorityreport.core.clustering;
  exports org.minorityreport.core.cohorting;
  exports org.minorityreport.core.decision;
  exports org.minorityreport.core.detection;
  exports org.minorityreport.core.event;
  exports org.minorityreport.core.finalisation;
  exports org.minorityreport.core.feed;
  exports org.minorityreport.core.figures;
  exports org.minorityreport.core.health;
  exports org.minorityreport.core.hydrate;
  exports org.minorityreport.core.identity;
  exports org.minorityreport.core.json;
  exports org.minorityreport.core.library;
  exports org.minorityreport.core.lifecycle;
  exports org.minorityreport.core.lineage;
  exports org.minorityreport.core.log;
  exports org.minorityreport.core.log.disk;
  exports org.minorityreport.core.log.file;
  exports org.minorityreport.core.model;
  exports org.minorityreport.core.provenance;
  exports org.minorityreport.core.rehearsal;
  exports org.minorityreport.core.registry;
  exports org.minorityreport.core.rereview;
  exports org.minorityreport.core.review;
  exports org.minorityreport.core.role;
  exports org.minorityreport.core.run;
  exports org.minorityreport.core.setting;
  exports org.minorityreport.core.tag;
  exports org.minorityreport.core.taxonomy;
  exports org.minorityreport.core.text;
  exports org.minorityreport.core.walk;
}
