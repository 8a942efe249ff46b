package org.minorityreport.core.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.lifecycle.ExampleFilter;
import org.minorityreport.api.lifecycle.MonitoringResult;
import org.minorityreport.api.lifecycle.MonitoringSettings;
import org.minorityreport.api.lifecycle.Reliability;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.record.SettingRecord;
import org.minorityreport.api.review.Actor;
import org.minorityreport.api.value.Rules;
import org.minorityreport.core.role.Rights;
import org.minorityreport.core.setting.RunSettings;
import org.minorityreport.core.tag.Tags;

/**
 * What is known of the models of a run (spec 5.8, 5.11). Thread-safe; every question is answered
 * from the logs.
 */
public final class Lifecycle {
  private static final int ENOUGH = 20;

  /** The kind of rows of settings_log. */
  private static final String MONITORING = "monitoring";

  private final LogStore store;
  private final RunId run;

  /**
   * The lifecycle of the models of a run.
   *
   * @param store the logs
   * @param run the line of work
   */
  public Lifecycle(LogStore store, RunId run) {
    this.store = store;
    this.run = run;
  }

  /**
   * Measures how the models fare as of the newest tick, with the windows and thresholds of the run,
   * and appends what the logs do not have: to be called between ticks, as often as wanted.
   *
   * @return what was found
   * @throws org.minorityreport.api.error.UsageException if the run has no tick yet
   */
  public MonitoringResult monitor() {
    return monitor(settings());
  }

  /**
   * Sets windows and thresholds of monitoring for the run, as a row of settings_log.
   *
   * @param settings windows, least numbers, thresholds
   * @param owner who answers for them: an admin
   * @param version a version that was not there yet
   * @param actedAt when they are set, by the host's clock
   * @return the row
   * @throws org.minorityreport.api.review.ActRefusedException if the owner is no admin
   * @throws org.minorityreport.api.error.UsageException if the version says something else already
   */
  public SettingRecord set(
      MonitoringSettings settings, Actor owner, String version, Instant actedAt) {
    Rights.ofAdmin(owner, "set the thresholds of monitoring");
    return new RunSettings(store, run, MONITORING)
        .set(RunSettings.row(owner.id(), actedAt, null, actedAt), settings, MONITORING, version);
  }

  /** {@return the windows and thresholds set last; the usual ones if none were} */
  public MonitoringSettings settings() {
    return new RunSettings(store, run, MONITORING)
        .all().stream()
            .reduce((a, b) -> b)
            .map(row -> RunSettings.body(row, MonitoringSettings.class))
            .orElseGet(() -> MonitoringSettings.builder().build());
  }

  /**
   * Measures how the models fare as of the newest tick, and appends what the logs do not have.
   *
   * @param settings windows, least numbers, thresholds; the same at every call, or a crossing may
   *     be one of the settings
   * @return what was found
   * @throws org.minorityreport.api.error.UsageException if the run has no tick yet
   */
  public MonitoringResult monitor(MonitoringSettings settings) {
    return new Monitoring(store, run).monitor(settings);
  }

  /** {@return what the confidence of proposals is worth now; figures from 20 decisions on} */
  public List<Reliability> reliability() {
    return reliability(AsOf.now(), ENOUGH);
  }

  /**
   * What the confidence of proposals was worth: of those at 0.8, how many did people confirm?
   *
   * @param asOf what was known, and about which ticks
   * @param minimum fewer decisions give no figures but {@link Reliability#NOT_ENOUGH}; 1 or more
   * @return per model version: first all causes together, then by category; empty without any
   *     judged proposal
   * @throws org.minorityreport.api.error.UsageException if there is no such tag, or the position
   *     lies after the newest commit
   */
  public List<Reliability> reliability(AsOf asOf, int minimum) {
    Rules.check(minimum >= 1, "minimum", minimum, "1 or more");
    StandingScan scan = new StandingScan(store, run, new Tags(store, run).position(asOf));
    return Calibration.of(Judgements.read(scan, asOf.tick().orElse(Instant.MAX)), minimum);
  }

  /**
   * What the confidence of proposals for the reports of each cluster was worth, all models
   * together.
   *
   * @param asOf what was known, and about which ticks
   * @param current says which cluster a cluster counts as, such as one that took its place
   * @return by cluster; figures from 20 decisions on
   */
  public SortedMap<String, Reliability> reliabilityByCluster(
      AsOf asOf, UnaryOperator<String> current) {
    StandingScan scan = new StandingScan(store, run, new Tags(store, run).position(asOf));
    SortedMap<String, List<Judged>> byCluster = new TreeMap<>();
    for (Judged judged : Judgements.read(scan, asOf.tick().orElse(Instant.MAX))) {
      if (judged.isProposalJudged() && judged.confidence().isPresent()) {
        judged
            .cluster()
            .map(current)
            .ifPresent(c -> byCluster.computeIfAbsent(c, k -> new ArrayList<>()).add(judged));
      }
    }
    SortedMap<String, Reliability> reliability = new TreeMap<>();
    byCluster.forEach(
        (cluster, judged) ->
            reliability.put(cluster, Calibration.reliability("all", null, judged, ENOUGH)));
    return reliability;
  }

  /**
   * Labelled examples for those who train models.
   *
   * @param asOf what is to be known, and about which ticks
   * @param filter which ones
   * @return the examples, to be walked through or written as often as wanted
   * @throws org.minorityreport.api.error.UsageException if there is no such tag, or the position
   *     lies after the newest commit
   */
  public Examples examples(AsOf asOf, ExampleFilter filter) {
    return new Examples(store, run, asOf, filter);
  }
}
