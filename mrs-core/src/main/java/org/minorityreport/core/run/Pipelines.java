package org.minorityreport.core.run;

import java.time.Instant;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.ClassifierModel;
import org.minorityreport.api.model.ModelRoute;
import org.minorityreport.api.stage.DetectionResult;
import org.minorityreport.api.stage.DetectionTask;
import org.minorityreport.core.decision.PeopleHistory;
import org.minorityreport.core.model.Models;
import org.minorityreport.core.model.RecordedFailure;
import org.minorityreport.core.work.Workers;

/**
 * The two ways in which a tick runs: with the models and stages of today, or, if it was run before,
 * with what failed then failing again (spec 2.7).
 *
 * @param run the line of work
 * @param configuration everything that was set for it
 * @param service the models in service
 * @param stages the stages
 * @param workers who look at stores side by side
 * @param people what each tick knows of people
 */
record Pipelines(
    RunId run,
    RunConfiguration configuration,
    ModelService service,
    Stages stages,
    Workers workers,
    PeopleHistory people) {
  /** {@return the models in service, resting or not} */
  Models models() {
    return service.all();
  }

  /** {@return the same for ticks that follow on rows which are not appended yet} */
  Pipelines apart() {
    return new Pipelines(run, configuration, service.copy(), stages, workers, people);
  }

  /** {@return the stages as of today, with the models as they are known here} */
  TickPipeline over(TickPipeline today) {
    return today.with(service, stages, detections());
  }

  /** {@return detection as of today} */
  StoreDetections detections() {
    return detections(stages, service);
  }

  /**
   * The stages as of today.
   *
   * @param detections of today, which remembers what it digested
   * @param recall finds events that people speak of again
   */
  TickPipeline today(StoreDetections detections, Recall recall) {
    return new TickPipeline(run, configuration, service, stages, detections, people, recall);
  }

  /** {@return all stages as they fared at a tick} */
  TickPipeline asRun(Instant tick, PastFaults faults, TickPipeline today) {
    Stages then = stages(tick, faults);
    ModelService asked = asked(tick, faults);
    return today.with(asked, then, detections(then, asked));
  }

  /** {@return detection as it fared at a tick} */
  StoreDetections detectionsAsRun(Instant tick, PastFaults faults) {
    return detections(stages(tick, faults), asked(tick, faults));
  }

  private ModelService asked(Instant tick, PastFaults faults) {
    return ModelService.always(PastModels.of(faults, tick, service.at(tick)));
  }

  private StoreDetections detections(Stages by, ModelService asked) {
    return new StoreDetections(
        by.detection(), configuration.settings().detection(), asked, workers, people);
  }

  private Stages stages(Instant tick, PastFaults faults) {
    return new Stages(
        (task, baseline, classifier) -> detect(tick, faults, task, baseline, classifier),
        (task, cluster) -> {
          faults.stage(tick, Stages.CLUSTERING).ifPresent(Pipelines::fail);
          return stages.clustering().cluster(task, cluster);
        },
        (task, attribution) -> {
          faults.stage(tick, Stages.ATTRIBUTION).ifPresent(Pipelines::fail);
          return stages.attribution().attribute(task, attribution);
        },
        (task, cohort) -> {
          faults.stage(tick, Stages.COHORTING).ifPresent(Pipelines::fail);
          return stages.cohorting().join(task, cohort);
        });
  }

  private DetectionResult detect(
      Instant tick,
      PastFaults faults,
      DetectionTask task,
      ModelRoute<BaselineModel> baseline,
      ModelRoute<ClassifierModel> classifier) {
    RecordedFailure failure = faults.stores(tick).get(task.store().storeId());
    if (failure != null) {
      throw failure;
    }
    return stages.detection().detect(task, baseline, classifier);
  }

  private static void fail(RecordedFailure failure) {
    throw failure;
  }
}
