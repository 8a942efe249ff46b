package org.minorityreport.core.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.lineage.LineageGraph;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.provenance.Explanation;
import org.minorityreport.api.provenance.FieldHistory;
import org.minorityreport.api.provenance.Inheritance;
import org.minorityreport.api.provenance.SubjectKind;
import org.minorityreport.api.provenance.Trail;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.rehearsal.DryRun;
import org.minorityreport.api.rehearsal.Rehearsal;
import org.minorityreport.api.rehearsal.Replay;
import org.minorityreport.api.rehearsal.ReplayProgress;
import org.minorityreport.api.rehearsal.RunComparison;
import org.minorityreport.api.stage.Settings;
import org.minorityreport.core.hydrate.HydratedView;
import org.minorityreport.core.hydrate.Hydration;
import org.minorityreport.core.inheritance.InheritedDecisions;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.lineage.Lineage;
import org.minorityreport.core.model.ChosenModel;
import org.minorityreport.core.model.ModelCatalogue;
import org.minorityreport.core.model.ModelChoice;
import org.minorityreport.core.provenance.Provenance;
import org.minorityreport.core.rehearsal.Rehearsals;
import org.minorityreport.core.rehearsal.RunComparisons;
import org.minorityreport.core.run.RunSetup;

/**
 * Answers about how a run came to what it shows (spec 7.6). Everything is read from the logs, and
 * nothing is appended to them. Thread-safe.
 *
 * <p>Reports and events are named by id, or by its prefix and at least 8 digits. Answers are
 * values; {@link org.minorityreport.core.provenance.ProvenanceText}, {@link
 * org.minorityreport.core.rehearsal.RehearsalText} and {@link
 * org.minorityreport.core.lineage.LineageText} write them for people, {@link
 * org.minorityreport.core.json.CanonicalJson} for programs.
 */
public final class Audit {
  private final LogStore store;
  private final RunId run;
  private final RunSetup setup;
  private final Provenance provenance;
  private final Rehearsals rehearsals;

  /**
   * The audit of a run.
   *
   * @param setup what runs it
   */
  public Audit(RunSetup setup) {
    this.setup = setup;
    this.store = setup.logs();
    this.run = setup.run();
    this.provenance = new Provenance(store, run);
    this.rehearsals = new Rehearsals(setup);
  }

  /**
   * Every row about a report or event up to now, and what each commit changed in what is shown.
   *
   * @param id a report or event
   * @return the trail
   * @throws UsageException as {@link #trail(String, AsOf)} does
   */
  public Trail trail(String id) {
    return trail(id, AsOf.now());
  }

  /**
   * Every row about a report or event, and what each commit changed in what is shown.
   *
   * @param id a report or event
   * @param asOf what was known, and about which ticks
   * @return the trail
   * @throws UsageException if nothing has the id, or several begin so: they are listed; if there is
   *     no such tag, or the position lies after the newest commit; if the run has no rows
   */
  public Trail trail(String id, AsOf asOf) {
    return provenance.trail(id, asOf);
  }

  /**
   * All that the logs hold about a report or event, as JSON or as a page for people.
   *
   * @param id a report or event
   * @param asOf what was known, and about which ticks
   * @return the export
   * @throws UsageException as {@link #trail(String, AsOf)} does
   */
  public AuditExport export(String id, AsOf asOf) {
    Trail trail = provenance.trail(id, asOf);
    CommitPosition upTo = CommitPosition.of(trail.position());
    AsOf moment = AsOf.atPosition(upTo);
    HydratedView view =
        Hydration.hydrate(store, run, asOf.tick().map(moment::untilTick).orElse(moment));
    String subject = trail.subjectId();
    Optional<?> shown =
        trail.kind() == SubjectKind.REPORT
            ? view.reports().all().stream()
                .filter(report -> report.reportId().value().equals(subject))
                .findFirst()
            : view.events().all().stream()
                .filter(event -> event.eventId().value().equals(subject))
                .findFirst();
    return AuditExport.of(store, trail, shown);
  }

  /**
   * Where a value that is shown now comes from.
   *
   * @param id a report or event
   * @param field wire name of a field of the hydrated report or event
   * @return the explanation
   * @throws UsageException as {@link #explain(String, String, AsOf)} does
   */
  public Explanation explain(String id, String field) {
    return explain(id, field, AsOf.now());
  }

  /**
   * Where a shown value comes from.
   *
   * @param id a report or event
   * @param field wire name of a field of the hydrated report or event
   * @param asOf what was known, and about which ticks
   * @return the explanation
   * @throws UsageException as {@link #trail(String, AsOf)} does; if there is no such field: they
   *     are listed; if nothing is shown of it at that moment
   */
  public Explanation explain(String id, String field, AsOf asOf) {
    return provenance.explain(id, field, asOf);
  }

  /**
   * Every value that a field had up to now, with tick, version and row.
   *
   * @param id a report or event
   * @param field wire name of a field of the hydrated report or event
   * @return its values
   * @throws UsageException as {@link #explain(String, String, AsOf)} does
   */
  public FieldHistory history(String id, String field) {
    return provenance.history(id, field, AsOf.now());
  }

  /**
   * Runs the stages again from source for a report, and compares its rows with the logs. Takes as
   * long as the ticks of the run up to the report's last one took.
   *
   * @param id a report
   * @param progress is told of each tick
   * @return how it compares
   * @throws UsageException if nothing has the id, or several begin so, or no row about it stands
   */
  public Replay replay(String id, ReplayProgress progress) {
    return rehearsals.replay(ReportId.of(provenance.report(id)), progress);
  }

  /**
   * Runs this run again from source, in memory, and compares every log that ticks write.
   *
   * @param progress is told of each tick
   * @return how it compares
   * @throws UsageException if the run has no ticks
   */
  public Rehearsal rehearse(ReplayProgress progress) {
    return rehearsals.rehearse(run, progress);
  }

  /**
   * Tries other settings on the whole run, in memory.
   *
   * @param settings the settings to try
   * @param progress is told of each tick
   * @return what would be kept, new, gone and changed; nothing is appended
   * @throws UsageException if the run has no ticks
   */
  public DryRun tryOut(Settings settings, ReplayProgress progress) {
    return rehearsals.tryOut(settings, setup.chosen(), setup.choices(), progress);
  }

  /**
   * Tries other models, or other versions of them, on the whole run, in memory.
   *
   * @param settings the settings to try
   * @param choices what to choose by role; roles that are absent get the default
   * @param loader the class loader that sees their providers
   * @param progress is told of each tick
   * @return what would be kept, new, gone and changed; nothing is appended
   * @throws UsageException if the run has no ticks, or the choice of models is open
   */
  public DryRun tryOut(
      Settings settings,
      Map<ModelRole, ModelChoice> choices,
      ClassLoader loader,
      ReplayProgress progress) {
    List<ChosenModel> chosen = ModelCatalogue.discover(loader).choose(choices);
    return rehearsals.tryOut(settings, chosen, choices, progress);
  }

  /**
   * Runs a run again from source with the settings, models and inputs of this system.
   *
   * @param of a run of these logs
   * @param scratch an empty store for the rows, which stays the caller's
   * @param progress is told of each tick
   * @return how it compares
   * @throws UsageException if the run has no ticks, or the scratch store is not empty
   */
  public Rehearsal rehearse(RunId of, LogStore scratch, ReplayProgress progress) {
    return rehearsals.rehearse(of, scratch, progress);
  }

  /**
   * Compares two runs of these logs as they stand now.
   *
   * @param runA one run
   * @param runB another
   * @return what differs
   * @throws UsageException if a run has no ticks
   */
  public RunComparison compare(RunId runA, RunId runB) {
    return compare(runA, AsOf.now(), runB, AsOf.now());
  }

  /**
   * Compares two runs of these logs, or two states of one.
   *
   * @param runA one run
   * @param asOfA the moment at which to look at it
   * @param runB another, or the same
   * @param asOfB the moment at which to look at that
   * @return what differs
   * @throws UsageException if a run has no ticks at its moment, has no such tag, or the position
   *     lies after the newest commit
   */
  public RunComparison compare(RunId runA, AsOf asOfA, RunId runB, AsOf asOfB) {
    return RunComparisons.compare(store, runA, asOfA, runB, asOfB);
  }

  /**
   * What this run reads of the decisions of its parent, as it stands now.
   *
   * @return the decisions and which of them find nothing here; empty if the run began without
   */
  public Optional<Inheritance> inheritance() {
    if (!(store instanceof InheritedDecisions inheriting)) {
      return Optional.empty();
    }
    HydratedView view = Hydration.hydrate(store, run, AsOf.now());
    Set<String> there = new HashSet<>();
    view.reports().all().forEach(report -> there.add(report.reportId().value()));
    view.events().all().forEach(event -> there.add(event.eventId().value()));
    Inheritance.Builder result =
        Inheritance.builder().runId(run).parent(inheriting.parent()).parentCut(inheriting.cut());
    int acts = 0;
    for (Log<UserEdit> log : List.of(Logs.USER_EDITS, Logs.USER_EVENT_EDITS)) {
      for (StoredRow row : inheriting.inherited(log)) {
        UserEdit act = LogCodec.read(log, row);
        acts++;
        if (!there.contains(act.targetId())) {
          result.addWithoutTarget(act);
        }
      }
    }
    return Optional.of(result.acts(acts).build());
  }

  /** {@return what this run is made of now: inputs, stages, logs, row counts, models} */
  public LineageGraph lineage() {
    return lineage(AsOf.now());
  }

  /**
   * What this run was made of.
   *
   * @param asOf a commit position or a tag
   * @return the graph
   * @throws UsageException if the run has no rows, there is no such tag, the position lies after
   *     the newest commit, or a tick is said
   */
  public LineageGraph lineage(AsOf asOf) {
    return Lineage.of(store, run, asOf);
  }
}
