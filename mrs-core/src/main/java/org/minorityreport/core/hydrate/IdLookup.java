package org.minorityreport.core.hydrate;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.minorityreport.api.error.UsageException;

/**
 * Finds by id or by a prefix of it. Immutable.
 *
 * @param <T> what is found
 */
public final class IdLookup<T> {
  private static final int MAX_LISTED = 20;

  private final String what;
  private final Pattern form;
  private final String prefix;
  private final List<String> ids;
  private final IntFunction<T> found;

  /**
   * A lookup.
   *
   * @param what what is found, as messages name it
   * @param prefix what ids begin with
   * @param ids the ids there are, sorted; several may lead to one thing
   * @param found gives what the id at some place leads to
   */
  public IdLookup(String what, String prefix, List<String> ids, IntFunction<T> found) {
    this.what = what;
    this.prefix = prefix;
    this.form = Pattern.compile(Pattern.quote(prefix) + "[0-9a-f]{8,32}");
    this.ids = ids;
    this.found = found;
  }

  /**
   * Looks an id up.
   *
   * @param id an id, or its prefix and at least 8 digits of it
   * @return what has it
   * @throws UsageException if the text is no id, nothing has it, or several ids begin so: they are
   *     listed
   */
  public T get(String id) {
    if (!form.matcher(id).matches()) {
      throw new UsageException(
          message(
              "'%s' is no id of %s; expected '%s' and 8 to 32 lower-case hex digits",
              id, what, prefix));
    }
    int from = placeOf(id);
    int to = placeOf(id + '~'); // sorts after every digit
    List<T> fits = IntStream.range(from, to).mapToObj(found).distinct().toList();
    if (fits.size() == 1) {
      return fits.get(0);
    }
    throw new UsageException(fits.isEmpty() ? nothing(id) : several(id, ids.subList(from, to)));
  }

  private int placeOf(String text) {
    int place = Collections.binarySearch(ids, text);
    return place < 0 ? -place - 1 : place;
  }

  private String nothing(String id) {
    return message(
        "no %s has the id '%s' among the %d hydrated; check the run and the position, or look "
            + "through all()",
        what, id, ids.size());
  }

  private String several(String id, List<String> fits) {
    String listed = String.join(", ", fits.subList(0, Math.min(MAX_LISTED, fits.size())));
    String more = fits.size() > MAX_LISTED ? message(" and %d more", fits.size() - MAX_LISTED) : "";
    return message(
        "'%s' is ambiguous: it fits %d ids: %s%s; give more digits", id, fits.size(), listed, more);
  }

  private static String message(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
