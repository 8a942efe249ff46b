package org.minorityreport.examples.micrometer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.minorityreport.api.health.Health;

/**
 * Shows readings of health as gauges: {@code mrs.health.} and the name of the reading, with the tag
 * {@code run}; {@code mrs.health.good} is 1 or 0. A reading that is absent is NaN. A host calls
 * {@link #update} after a tick; meters never read logs by themselves, however often they are
 * scraped. Thread-safe.
 */
public final class HealthMeters implements MeterBinder {
  private static final String PREFIX = "mrs.health.";
  private static final String GOOD = "good";

  private final String run;
  private final Map<String, Double> values = new ConcurrentHashMap<>();
  private final Map<MeterRegistry, Set<String>> bound = new ConcurrentHashMap<>();

  /**
   * Meters of a run.
   *
   * @param run its name, as the tag says it
   */
  public HealthMeters(String run) {
    this.run = run;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    bound.putIfAbsent(registry, new TreeSet<>());
    register();
  }

  /**
   * Shows a newer health.
   *
   * @param health the health of the run
   */
  public void update(Health health) {
    values.keySet().retainAll(health.readings().keySet());
    values.putAll(health.readings());
    values.put(GOOD, health.isGood() ? 1.0 : 0.0);
    register();
  }

  private synchronized void register() {
    bound.forEach(
        (registry, names) -> {
          for (String name : new TreeSet<>(values.keySet())) {
            if (names.add(name)) {
              Gauge.builder(PREFIX + name, values, v -> v.getOrDefault(name, Double.NaN))
                  .tags(Tags.of("run", run))
                  .strongReference(true)
                  .register(registry);
            }
          }
        });
  }
}
