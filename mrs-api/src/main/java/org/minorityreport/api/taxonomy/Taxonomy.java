package org.minorityreport.api.taxonomy;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The known categories of causes. Immutable. */
public final class Taxonomy {
  /** The category of a cause that nobody knows. */
  public static final String UNKNOWN = "unknown";

  private final SortedMap<String, CauseCategory> categories;

  private Taxonomy(SortedMap<String, CauseCategory> categories) {
    this.categories = categories;
  }

  /**
   * The taxonomy of some categories.
   *
   * @param categories the categories; of two with one wire name the later counts
   * @return the taxonomy
   */
  public static Taxonomy of(List<CauseCategory> categories) {
    SortedMap<String, CauseCategory> byName = new TreeMap<>();
    categories.forEach(c -> byName.put(c.category(), c));
    return new Taxonomy(byName);
  }

  /**
   * This taxonomy with more categories, or with other words for those it has.
   *
   * @param more further categories
   * @return the extended taxonomy
   */
  public Taxonomy with(List<CauseCategory> more) {
    SortedMap<String, CauseCategory> byName = new TreeMap<>(categories);
    more.forEach(c -> byName.put(c.category(), c));
    return new Taxonomy(byName);
  }

  /** {@return all categories by wire name} */
  public List<CauseCategory> categories() {
    return List.copyOf(categories.values());
  }

  /**
   * Looks a category up.
   *
   * @param category wire name
   * @return the category, empty if it is novel
   */
  public Optional<CauseCategory> find(String category) {
    return Optional.ofNullable(categories.get(category));
  }
}
