package org.minorityreport.testkit.host;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.model.ModelConfig;

/**
 * What {@link ScriptedModels} answer. One thread at a time; {@link #config} makes of it what a
 * model is created from, so that the same script is the same model wherever it is created.
 */
public final class Script {
  static final String ALARMS = "alarms";
  static final String UNITS = "units";
  static final String SPREAD = "spread";
  static final String CLUSTER = "cluster";
  static final String CAUSE = "cause";
  static final String CATEGORY = "category";
  static final String CONFIDENCE = "confidence";
  static final String SCORE = "score";
  static final String FAILS = "fails";

  private final SortedMap<String, String> parameters = new TreeMap<>();
  private final List<String> alarms = new ArrayList<>();

  /** An empty script: nothing is expected, nothing deviates, no cluster, no cause, no cohort. */
  public Script() {}

  /**
   * The baseline expects the same of every step.
   *
   * @param units units, 0 or more
   * @param spread their spread, above 0
   * @return this script
   */
  public Script expecting(double units, double spread) {
    parameters.put(UNITS, Double.toString(units));
    parameters.put(SPREAD, Double.toString(spread));
    return this;
  }

  /**
   * The classifier raises an alarm as soon as it sees the first step.
   *
   * @param sku the product, without blanks, at every store
   * @param onset start of the first deviating step
   * @param last start of the last deviating step
   * @param direction {@code uplift} or {@code drop}
   * @return this script
   */
  public Script alarm(String sku, String onset, String last, String direction) {
    alarms.add(String.join(" ", sku, onset, last, direction));
    return this;
  }

  /**
   * The cluster model matches every shape with one cluster.
   *
   * @param id id and name of the cluster
   * @return this script
   */
  public Script cluster(String id) {
    parameters.put(CLUSTER, id);
    return this;
  }

  /**
   * The attribution model names one cause for every report.
   *
   * @param cause the cause
   * @param category its category
   * @param confidence its confidence, 0 to 1
   * @return this script
   */
  public Script cause(String cause, String category, double confidence) {
    parameters.put(CAUSE, cause);
    parameters.put(CATEGORY, category);
    parameters.put(CONFIDENCE, Double.toString(confidence));
    return this;
  }

  /**
   * The cohort model gives every pair one score.
   *
   * @param score the score, 0 to 1
   * @return this script
   */
  public Script joining(double score) {
    parameters.put(SCORE, Double.toString(score));
    return this;
  }

  /**
   * Models throw when they are asked.
   *
   * @param message what they say
   * @return this script
   */
  public Script failing(String message) {
    parameters.put(FAILS, message);
    return this;
  }

  /** {@return the script as a configuration} */
  public ModelConfig config() {
    return ModelConfig.builder()
        .seed(0)
        .parameters(parameters)
        .putParameters(ALARMS, String.join("\n", alarms))
        .build();
  }
}
