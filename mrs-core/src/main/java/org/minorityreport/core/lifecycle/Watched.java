package org.minorityreport.core.lifecycle;

import java.time.Instant;
import java.util.Comparator;
import org.minorityreport.api.lifecycle.MonitoringSettings;
import org.minorityreport.api.record.ModelCalls;
import org.minorityreport.api.series.TimeSpan;

/**
 * A model that is monitored, and when. Immutable.
 *
 * @param role its role
 * @param name its name
 * @param version its version
 * @param reference the time from its first answer on; what ended or was written in it, both ends
 *     included, is what it is measured against
 * @param window the time up to the tick; what ended or was written after its start is measured
 */
record Watched(String role, String name, String version, TimeSpan reference, TimeSpan window) {
  /** By role, name, version. */
  static final Comparator<Watched> ORDER =
      Comparator.comparing(Watched::role)
          .thenComparing(Watched::name)
          .thenComparing(Watched::version);

  static Watched of(ModelCalls calls, Instant first, Instant tick, MonitoringSettings settings) {
    return new Watched(
        calls.role(),
        calls.modelName(),
        calls.modelVersion(),
        TimeSpan.of(first, first.plus(settings.reference())),
        TimeSpan.of(tick.minus(settings.window()), tick));
  }

  String id() {
    return name + "@" + version;
  }

  /** {@return whether there is a reference yet that is not what is measured itself} */
  boolean hasReference() {
    return !window.from().isBefore(reference.to());
  }

  boolean isInReference(Instant time) {
    return !time.isBefore(reference.from()) && !time.isAfter(reference.to());
  }

  boolean isInWindow(Instant time) {
    return time.isAfter(window.from()) && !time.isAfter(window.to());
  }

  /** {@return whether a time lies between the first moment and the last that are of interest} */
  boolean isNear(Instant time) {
    return isInWindow(time) || (hasReference() && isInReference(time));
  }
}
