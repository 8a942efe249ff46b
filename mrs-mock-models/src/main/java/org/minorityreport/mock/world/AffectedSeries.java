package org.minorityreport.mock.world;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.series.Steps;

/**
 * What one happening does to one series, step by step, as if it were the only one there. Immutable
 * and thread-safe.
 */
public final class AffectedSeries {
  private final SeriesId id;
  private final Steps steps;
  private final double[] expected;
  private final double[] effect;
  private final double[] noise;

  AffectedSeries(SeriesId id, Steps steps, double[] expected, double[] effect, double[] noise) {
    this.id = Objects.requireNonNull(id, "id");
    this.steps = Objects.requireNonNull(steps, "steps");
    this.expected = expected.clone();
    this.effect = effect.clone();
    this.noise = noise.clone();
  }

  /** {@return store and SKU} */
  public SeriesId id() {
    return id;
  }

  /** {@return the steps that the happening touches, wholly or in part} */
  public Steps steps() {
    return steps;
  }

  /**
   * The units expected in a step if nothing happened.
   *
   * @param index index within {@link #steps}
   * @return units, 0 or more
   */
  public double expectedAt(int index) {
    return expected[index];
  }

  /**
   * The units that the happening is expected to add to a step.
   *
   * @param index index within {@link #steps}
   * @return units, negative for those taken away
   */
  public double effectAt(int index) {
    return effect[index];
  }

  /**
   * The noise of a step if nothing happened.
   *
   * @param index index within {@link #steps}
   * @return the standard deviation of actual minus expected units
   */
  public double noiseAt(int index) {
    return noise[index];
  }

  /**
   * The units that the happening is expected to add in all.
   *
   * @return units, negative for those taken away
   */
  public double effectTotal() {
    return Arrays.stream(effect).sum();
  }

  /**
   * The noise of the sum over all its steps.
   *
   * @return the standard deviation of actual minus expected units, summed
   */
  public double noiseTotal() {
    return Math.sqrt(Arrays.stream(noise).map(n -> n * n).sum());
  }

  /**
   * The first step in which the effect stands out of the noise.
   *
   * @param timesNoise how many times the noise it must reach, to either side
   * @return the start of that step, empty if the effect never gets there
   */
  public Optional<Instant> onset(double timesNoise) {
    for (int i = 0; i < effect.length; i++) {
      if (Math.abs(effect[i]) >= timesNoise * noise[i]) {
        return Optional.of(steps.timeAt(i));
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AffectedSeries that
        && id.equals(that.id)
        && steps.equals(that.steps)
        && Arrays.equals(expected, that.expected)
        && Arrays.equals(effect, that.effect)
        && Arrays.equals(noise, that.noise);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, steps, Arrays.hashCode(effect));
  }

  @Override
  public String toString() {
    return id + ", " + steps;
  }
}
