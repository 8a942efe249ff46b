package org.minorityreport.core.run;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.input.Inputs;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.stage.Settings;
import org.minorityreport.core.model.CallWatch;
import org.minorityreport.core.model.ChosenModel;
import org.minorityreport.core.model.ModelCatalogue;
import org.minorityreport.core.model.ModelChoice;
import org.minorityreport.core.model.Models;

/**
 * What a runner is made of. Immutable.
 *
 * @param run the line of work
 * @param startedBy who starts it
 * @param inputs where sales, stores, campaigns and context come from
 * @param logs where rows go
 * @param settings settings of the stages
 * @param chosen the models in service
 * @param choices what was configured of them
 * @param clock the host's clock, for administrative rows only
 * @param threads how many stores are looked at side by side
 * @param retries how often sources and logs that fail are tried
 * @param watch sees to it that calls to models end in time
 * @param governed whether models that are used must be approved
 */
public record RunSetup(
    RunId run,
    String startedBy,
    Inputs inputs,
    LogStore logs,
    Settings settings,
    List<ChosenModel> chosen,
    Map<ModelRole, ModelChoice> choices,
    InstantSource clock,
    int threads,
    Retries retries,
    CallWatch watch,
    boolean governed) {
  /**
   * A setup that is not governed, of models that are trusted to answer in time.
   *
   * @param run the line of work
   * @param startedBy who starts it
   * @param inputs where sales, stores, campaigns and context come from
   * @param logs where rows go
   * @param settings settings of the stages
   * @param chosen the models in service
   * @param choices what was configured of them
   * @param clock the host's clock, for administrative rows only
   * @param threads how many stores are looked at side by side
   * @param retries how often sources and logs that fail are tried
   */
  public RunSetup(
      RunId run,
      String startedBy,
      Inputs inputs,
      LogStore logs,
      Settings settings,
      List<ChosenModel> chosen,
      Map<ModelRole, ModelChoice> choices,
      InstantSource clock,
      int threads,
      Retries retries) {
    this(
        run,
        startedBy,
        inputs,
        logs,
        settings,
        chosen,
        choices,
        clock,
        threads,
        retries,
        CallWatch.NONE,
        false);
  }

  /** {@return the models as the stages take them} */
  Models models() {
    return ModelCatalogue.models(chosen, watch);
  }
}
