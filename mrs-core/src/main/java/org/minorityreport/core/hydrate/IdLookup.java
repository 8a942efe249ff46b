package org.minorityreport.core.hydrate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.minorityreport.api.error.UsageException;

/**
 * Finds by id or by a prefix of it. Immutable.
 *
 * @param <T> what is found
 */
final class IdLookup<T> {
  private static final int MAX_LISTED = 20;

  private final String what;
  private final Pattern form;
  private final String prefix;
  private final SortedMap<String, T> byId;

  /**
   * A lookup.
   *
   * @param what what is found, as messages name it
   * @param prefix what ids begin with
   * @param byId what there is; several ids may lead to one thing
   */
  IdLookup(String what, String prefix, Map<String, T> byId) {
    this.what = what;
    this.prefix = prefix;
    this.form = Pattern.compile(Pattern.quote(prefix) + "[0-9a-f]{8,32}");
    this.byId = new TreeMap<>(byId);
  }

  T get(String id) {
    if (!form.matcher(id).matches()) {
      throw new UsageException(
          message(
              "'%s' is no id of %s; expected '%s' and 8 to 32 lower-case hex digits",
              id, what, prefix));
    }
    Map<String, T> fits = byId.subMap(id, id + '~'); // '~' sorts after every digit
    List<T> found = fits.values().stream().distinct().toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new UsageException(found.isEmpty() ? nothing(id) : several(id, fits));
  }

  private String nothing(String id) {
    return message(
        "no %s has the id '%s' among the %d hydrated; check the run and the position, or look "
            + "through all()",
        what, id, byId.size());
  }

  private String several(String id, Map<String, T> fits) {
    String listed = String.join(", ", fits.keySet().stream().limit(MAX_LISTED).toList());
    String more = fits.size() > MAX_LISTED ? message(" and %d more", fits.size() - MAX_LISTED) : "";
    return message(
        "'%s' is ambiguous: it fits %d ids: %s%s; give more digits", id, fits.size(), listed, more);
  }

  private static String message(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
