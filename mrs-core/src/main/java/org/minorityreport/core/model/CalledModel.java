package org.minorityreport.core.model;

import org.minorityreport.api.model.ModelInfo;

/**
 * A model as it was called. Immutable.
 *
 * @param info what it says of itself
 * @param route in which way it came to be asked: {@link ModelEdge#PRIMARY} or {@link
 *     ModelEdge#FALLBACK}
 */
public record CalledModel(ModelInfo info, String route) {
  /** {@return whether it stood in for another} */
  public boolean isFallback() {
    return route.equals(ModelEdge.FALLBACK);
  }

  /** {@return name and version as rows hold them} */
  public String id() {
    return info.id();
  }
}
