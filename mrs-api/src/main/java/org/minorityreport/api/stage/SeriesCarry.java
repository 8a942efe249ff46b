package org.minorityreport.api.stage;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.model.OpenWindow;
import org.minorityreport.api.series.Expectations;
import org.minorityreport.api.value.MrsValue;

/** What one tick leaves to the next about a series. Immutable. */
@Value.Immutable
@MrsValue
public interface SeriesCarry {
  /** {@return the window that is open} */
  Optional<OpenWindow> openWindow();

  /** {@return the last structural change within the look-back} */
  Optional<StructuralChange> structuralChange();

  /**
   * {@return what was expected of the newest steps: said once, so handed on; a cache that can be
   * made again}
   */
  Optional<Expectations> said();

  /**
   * {@return of a series that no tick could fold yet: the first step that counts as new to the tick
   * that does}
   */
  Optional<Instant> addsFrom();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link SeriesCarry}; one thread at a time. */
  final class Builder extends ImmutableSeriesCarry.Builder {
    Builder() {}
  }
}
