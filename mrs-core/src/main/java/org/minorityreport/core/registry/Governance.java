package org.minorityreport.core.registry;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.RunStarted;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.model.ChosenModel;

/**
 * Whether a run may use its models (spec 5.8): in a governed run every model of which answers may
 * be used needs an approval; a shadow needs none. Holds no state.
 */
public final class Governance {
  private final LogStore store;
  private final RunId run;
  private final ModelRegistry registry;

  /**
   * The governance of a run.
   *
   * @param store the logs
   * @param run the line of work
   * @param clock the host's clock
   */
  public Governance(LogStore store, RunId run, InstantSource clock) {
    this.store = store;
    this.run = run;
    this.registry = new ModelRegistry(store, run, clock);
  }

  /**
   * Checks the models before the first tick.
   *
   * @param wanted whether the host wants the run governed
   * @param chosen the models in service
   * @return whether the run is governed: as it began, else as wanted
   * @throws UsageException if it is and a model lacks its approval, with the calls that give them;
   *     or if the run began otherwise
   */
  public boolean check(boolean wanted, List<ChosenModel> chosen) {
    Optional<Boolean> began = began();
    if (wanted && began.isPresent() && !began.get()) {
      throw new UsageException(
          "run '" + run + "' began without being governed; start a new run to have it governed");
    }
    boolean governed = began.orElse(wanted);
    if (governed) {
      checkApproved(chosen);
    }
    return governed;
  }

  private Optional<Boolean> began() {
    List<Boolean> said = new ArrayList<>();
    store.read(
        Logs.RUNS,
        run,
        CommitPosition.START,
        store.head(),
        row -> {
          RunStarted started = LogCodec.read(Logs.RUNS, row);
          said.add(started.governed());
        });
    return said.stream().findFirst();
  }

  private void checkApproved(List<ChosenModel> chosen) {
    List<String> calls = new ArrayList<>();
    for (ChosenModel choice : chosen) {
      Stream.of(Optional.of(choice), choice.challenger(), choice.fallback())
          .flatMap(Optional::stream)
          .filter(m -> !registry.isApproved(m.role(), m.model().info().id()))
          .forEach(m -> calls.add(call(m)));
    }
    if (!calls.isEmpty()) {
      throw new UsageException(
          "run '"
              + run
              + "' is governed, and "
              + calls.size()
              + (calls.size() == 1 ? " model is" : " models are")
              + " not approved; an admin approves with, on"
              + " new ModelRegistry(logs, RunId.of(\""
              + run
              + "\"), clock):\n"
              + String.join("\n", calls));
    }
  }

  private static String call(ChosenModel choice) {
    return "  .approve(admin, ModelRole."
        + choice.role()
        + ", \""
        + choice.model().info().id()
        + "\", null)";
  }
}
