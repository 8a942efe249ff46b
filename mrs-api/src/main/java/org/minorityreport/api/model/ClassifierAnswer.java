package org.minorityreport.api.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.value.Rules;

/** What a classifier says of the steps it was asked about. Immutable. */
public final class ClassifierAnswer {
  private static final Comparator<Alarm> ORDER =
      Comparator.comparing(Alarm::onset).thenComparing(Alarm::direction);

  private final Steps steps;
  private final byte[] signs;
  private final List<Alarm> alarms;

  private ClassifierAnswer(Steps steps, byte[] signs, List<Alarm> alarms) {
    this.steps = steps;
    this.signs = signs;
    this.alarms = alarms;
  }

  /**
   * An answer.
   *
   * @param steps the steps asked about
   * @param signs per step 1 if it deviates upwards, -1 downwards, 0 if not or unknown; copied
   * @param alarms deviations that are alarms, in any order
   * @return the answer
   * @throws org.minorityreport.api.error.InvalidValueException if a sign is another number, there
   *     are not as many as steps, or an alarm lies outside the steps
   */
  public static ClassifierAnswer of(Steps steps, byte[] signs, List<Alarm> alarms) {
    Objects.requireNonNull(steps, "steps");
    if (signs.length != steps.count()) {
      throw Rules.broken("signs", signs.length, "one for each of " + steps);
    }
    for (byte sign : signs) {
      if (sign < -1 || sign > 1) {
        throw Rules.broken("signs", sign, "-1, 0 or 1");
      }
    }
    for (Alarm alarm : alarms) {
      if (alarm.onset().isBefore(steps.from()) || !alarm.lastDeviating().isBefore(steps.to())) {
        throw Rules.broken("alarms", alarm, "within " + steps);
      }
    }
    List<Alarm> sorted = alarms.isEmpty() ? List.of() : alarms.stream().sorted(ORDER).toList();
    return new ClassifierAnswer(steps, signs.clone(), sorted);
  }

  /** {@return the steps asked about} */
  public Steps steps() {
    return steps;
  }

  /**
   * How a step deviates.
   *
   * @param index index of the step
   * @return 1 upwards, -1 downwards, 0 not or unknown
   */
  public int signAt(int index) {
    return signs[index];
  }

  /** {@return deviations that are alarms, by onset, then direction} */
  public List<Alarm> alarms() {
    return alarms;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ClassifierAnswer that
        && steps.equals(that.steps)
        && Arrays.equals(signs, that.signs)
        && alarms.equals(that.alarms);
  }

  @Override
  public int hashCode() {
    return Objects.hash(steps, Arrays.hashCode(signs), alarms);
  }

  @Override
  public String toString() {
    return alarms + " in " + steps;
  }
}
