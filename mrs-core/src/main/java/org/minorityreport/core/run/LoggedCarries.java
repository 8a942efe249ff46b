package org.minorityreport.core.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.input.InputSnapshot;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.stage.CohortSettings;
import org.minorityreport.api.stage.EventCarry;
import org.minorityreport.api.stage.Settings;
import org.minorityreport.core.cohorting.Cohorting;
import org.minorityreport.core.model.DegradationCodes;

/**
 * Puts together what makes carries again from the logs and the present data. What it makes looks at
 * the logs as they are at that moment, and is to be used before the next commit.
 */
final class LoggedCarries {
  private static final Set<String> SOURCES =
      Set.of(DegradationCodes.CAMPAIGNS_MISSING, DegradationCodes.CONTEXT_MISSING);

  private final LogStore store;
  private final RunId run;
  private final Settings settings;
  private final Pipelines pipelines;
  private final StoreDetections detections;
  private final TickIndex ticks;

  LoggedCarries(RunSetup setup, Pipelines pipelines, StoreDetections detections, TickIndex ticks) {
    this.store = setup.logs();
    this.run = setup.run();
    this.settings = setup.settings();
    this.pipelines = pipelines;
    this.detections = detections;
    this.ticks = ticks;
  }

  /** {@return codes of the sources of context that are not there} */
  static Set<String> absent(InputSnapshot data) {
    Set<String> absent = new HashSet<>();
    if (data.campaigns().isEmpty()) {
      absent.add(DegradationCodes.CAMPAIGNS_MISSING);
    }
    if (data.contextEvents().isEmpty()) {
      absent.add(DegradationCodes.CONTEXT_MISSING);
    }
    return absent;
  }

  /** {@return how far back ticks look} */
  LookBack lookBack(InputSnapshot data) {
    return LookBack.of(pipelines.models(), settings.detection(), data.source().cadence());
  }

  /**
   * What makes carries again.
   *
   * @param data what the source holds today
   * @param heal whether a source of context that a tick missed counts as there
   */
  Carries of(InputSnapshot data, boolean heal) {
    LookBack lookBack = lookBack(data);
    LoggedReports reports = new LoggedReports(store, run, ticks);
    LoggedContext context = new LoggedContext(store, run, ticks, heal);
    LoggedChanges changes = new LoggedChanges(store, run, ticks, lookBack);
    PastFaults faults = new PastFaults(store, run, ticks);
    DetectionCarries stores =
        new DetectionCarries(run, pipelines, detections, faults, ticks, lookBack, reports, changes);
    CohortCarries events =
        new CohortCarries(
            store,
            run,
            ticks,
            reports,
            context,
            tick -> reach(tick, lookBack.cadence()),
            (event, tick) -> isCarried(event, tick, lookBack.cadence(), faults));
    LoggedSlices slices = new LoggedSlices(run, ticks, stores, context, data);
    LoggedPending pending =
        new LoggedPending(
            store,
            run,
            ticks,
            reports,
            stores,
            events,
            context,
            slices,
            detections.history(),
            absent(data));
    return new Carries(ticks, stores, events, pending, context, faults);
  }

  /** An event is also kept while the model in service has still to say something about it. */
  private boolean isCarried(EventCarry event, Instant tick, Cadence cadence, PastFaults faults) {
    if (Cohorting.isCarried(
        event, tick, cadence, settings.cohort(), settings.detection().maxBackdateSteps())) {
      return true;
    }
    if (ticks.trouble(tick, Stages.COHORTING).isEmpty()) {
      return false;
    }
    faults.reachBack(tick);
    return !Collections.disjoint(event.members().keySet(), faults.unpaired(tick));
  }

  /**
   * From when on a report of an event that may come back had its last row: as long as one may come
   * back, and as long as an outage of cohorting has lasted.
   */
  private Instant reach(Instant tick, Cadence cadence) {
    CohortSettings cohort = settings.cohort();
    int steps =
        settings.detection().maxBackdateSteps()
            + cohort.maxGapSteps()
            + cohort.maxOnsetSpreadSteps();
    Duration back =
        cohort.maxGap().plus(cohort.maxOnsetSpread()).plus(cadence.step().multipliedBy(steps));
    return ticks
        .owedSince(tick, tick.minus(detections.history()), SOURCES)
        .filter(since -> since.isBefore(tick))
        .orElse(tick)
        .minus(back);
  }
}
