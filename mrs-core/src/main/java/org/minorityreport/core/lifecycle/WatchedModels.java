package org.minorityreport.core.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.minorityreport.api.lifecycle.MonitoringSettings;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.ModelCalls;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.core.json.LogCodec;

/** Which models answered when, from the calls that stages report. One thread. */
final class WatchedModels {
  /** What these answer is used because they are in service, not because another failed. */
  private static final Set<String> IN_SERVICE = Set.of("primary", "challenger");

  private static final Comparator<ModelCalls> BY_MODEL =
      Comparator.comparing(ModelCalls::role)
          .thenComparing(ModelCalls::modelName)
          .thenComparing(ModelCalls::modelVersion);

  private final Map<ModelCalls, Instant[]> service = new TreeMap<>(BY_MODEL);
  private Optional<Instant> newest = Optional.empty();

  static WatchedModels read(StandingScan scan, Instant tick) {
    WatchedModels models = new WatchedModels();
    scan.rows(
        Logs.STAGE_RUNS,
        row -> !row.writtenAt().isAfter(tick),
        row -> models.see(LogCodec.read(Logs.STAGE_RUNS, row)));
    return models;
  }

  private void see(StageRun row) {
    Instant at = row.writtenAt();
    newest = newest.filter(at::isBefore).or(() -> Optional.of(at));
    for (ModelCalls calls : row.calls()) {
      if (calls.ok() > 0 && IN_SERVICE.contains(calls.route())) {
        Instant[] span = service.computeIfAbsent(calls, k -> new Instant[] {at, at});
        span[0] = at.isBefore(span[0]) ? at : span[0];
        span[1] = at.isAfter(span[1]) ? at : span[1];
      }
    }
  }

  /** {@return the newest tick that was looked at} */
  Optional<Instant> newest() {
    return newest;
  }

  /** {@return the models that answered within the window, by role, name, version} */
  List<Watched> within(Instant tick, MonitoringSettings settings) {
    List<Watched> watched = new ArrayList<>();
    service.forEach(
        (calls, span) -> {
          Watched model = Watched.of(calls, span[0], tick, settings);
          if (model.isInWindow(span[1])) {
            watched.add(model);
          }
        });
    return watched;
  }
}
