package org.minorityreport.examples.benchmarks.child;

import java.util.Map;
import java.util.TreeMap;
import org.minorityreport.core.json.CanonicalJson;

/** Numbers by name, as a child prints them. Immutable. */
public final class Figures {
  private final Map<String, Object> values;

  /**
   * Some numbers.
   *
   * @param values numbers by name
   */
  public Figures(Map<String, ?> values) {
    this.values = new TreeMap<>(values);
  }

  /**
   * A number.
   *
   * @param name its name
   * @return the number
   * @throws IllegalArgumentException if there is none of that name
   */
  public double number(String name) {
    if (values.get(name) instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException("no '" + name + "' in " + values.keySet());
  }

  /**
   * These figures and one more.
   *
   * @param name its name
   * @param value the number
   * @return all of them
   */
  public Figures with(String name, double value) {
    Map<String, Object> more = new TreeMap<>(values);
    more.put(name, value);
    return new Figures(more);
  }

  /** {@return one line of JSON} */
  public String json() {
    return CanonicalJson.text(values);
  }
}
