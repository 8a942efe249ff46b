package org.minorityreport.core.model;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.minorityreport.api.model.ModelRole;

/** The codes of what is missing in rows (spec 8.1). */
public final class DegradationCodes {
  /** Series were not folded. */
  public static final String DETECTION_DOWN = "MRDL_down";

  /** No cluster. */
  public static final String CLUSTERING_DOWN = "MRCL_down";

  /** No cause. */
  public static final String ATTRIBUTION_DOWN = "MRPAL_down";

  /** Nobody said whether reports belong together. */
  public static final String COHORTING_DOWN = "MRCH_down";

  /** Sales could not be read, or a series is gone. */
  public static final String SALES_MISSING = "SALES_missing";

  /** Campaigns could not be read. */
  public static final String CAMPAIGNS_MISSING = "CAMPAIGNS_missing";

  /** Context events could not be read. */
  public static final String CONTEXT_MISSING = "CONTEXT_missing";

  /** Drivers could not be read: models went without covariates. */
  public static final String DRIVERS_MISSING = "DRIVERS_missing";

  private DegradationCodes() {}

  /**
   * The code of rows that rest on the fallback of a role.
   *
   * @param role the role
   * @return such as {@code CLUSTER_fallback}
   */
  public static String fallback(ModelRole role) {
    return fallback(role.wireName());
  }

  /**
   * The same by name.
   *
   * @param role wire name of the role
   * @return such as {@code CLUSTER_fallback}
   */
  public static String fallback(String role) {
    return role.toUpperCase(Locale.ROOT) + "_fallback";
  }

  /**
   * Codes with others added.
   *
   * @param codes codes
   * @param more codes to add
   * @return all of them, sorted, each once
   */
  public static List<String> plus(Collection<String> codes, Collection<String> more) {
    TreeSet<String> all = new TreeSet<>(codes);
    all.addAll(more);
    return List.copyOf(all);
  }
}
