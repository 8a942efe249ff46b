package org.minorityreport.testkit.model;

/**
 * What a model may leave out. An author declines it ({@link ModelKit#declined}); the kit then
 * checks that the model leaves it out altogether.
 */
public enum ModelCapability {
  /**
   * Any role: the provider is found through {@link java.util.ServiceLoader}; without: it is not.
   */
  IS_DISCOVERED,
  /**
   * Baseline, classifier: understands steps of a day; without: nothing is expected of them and none
   * of them deviates.
   */
  DAILY_STEPS,
  /** Classifier: raises drops; without: no step and no alarm is one. */
  DROPS,
  /** Cluster: places a shape on the map; without: no answer has a position. */
  EMBEDS,
  /**
   * Attribution: names only candidates; without: a cause that is none of them cites what else
   * speaks for it, a cluster, a narrative or a person.
   */
  KEEPS_TO_CANDIDATES,
  /** Attribution: claims a quality of each answer; without: of none. */
  RATES_ITSELF
}
