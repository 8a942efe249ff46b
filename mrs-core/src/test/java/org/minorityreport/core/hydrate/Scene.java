package org.minorityreport.core.hydrate;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.log.LogStores;

/** A store that tests fill commit by commit and look at. */
final class Scene {
  static final RunId RUN = RunId.of("run");

  private final LogStore store;

  Scene() {
    this(LogStores.inMemory(InstantSource.fixed(Instant.EPOCH)));
  }

  /** A scene on a store that is somebody else's. */
  Scene(LogStore store) {
    this.store = store;
  }

  Scene commit(LogRow... rows) {
    return commit(List.of(rows));
  }

  Scene commit(List<LogRow> rows) {
    List<LogSlice> slices = new ArrayList<>();
    for (LogRow row : rows) {
      slices.add(LogSlice.of(row.log(), writer(row.log()), List.of(row)));
    }
    store.append(Commit.of(slices));
    return this;
  }

  static Writer writer(Log<?> log) {
    return log.writers().stream().sorted().findFirst().orElseThrow();
  }

  /** Takes keys back that stand; the others are left alone. */
  Scene retract(LogRow... rows) {
    List<LogRow> retractions = new ArrayList<>();
    for (LogRow row : rows) {
      retraction(row).ifPresent(retractions::add);
    }
    return commit(retractions);
  }

  Optional<LogRow> retraction(LogRow row) {
    StoredRow newest = store.latest(row.log(), List.of(row.key()), store.head()).get(row.key());
    return Optional.ofNullable(newest).filter(r -> !r.isRetracted()).map(LogCodec::retraction);
  }

  LogStore store() {
    return store;
  }

  HydratedView now() {
    return at(store.head().value());
  }

  HydratedView at(long position) {
    return Hydration.hydrate(store, RUN, AsOf.atPosition(CommitPosition.of(position)));
  }

  HydratedView of(Instant tick) {
    return Hydration.hydrate(store, RUN, AsOf.now().untilTick(tick));
  }

  MinorityReport report(Sample sample) {
    return now().reports().get(sample.id().value());
  }

  MinorityEvent event(Sample sample) {
    return now().events().get(sample.event().value());
  }
}
