package org.minorityreport.core.provenance;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.core.json.CanonicalJson;

/**
 * A field of a row.
 *
 * @param row the row
 * @param path wire name of the field, with dots where it lies deeper
 */
record Place(RefRow row, String path) {

  /** {@return what stands there; null if nothing does} */
  @Nullable Object value() {
    return row.at(path);
  }

  /**
   * A row that a hydrated row names, read.
   *
   * @param stored where it stands
   * @param fields what it says
   */
  record RefRow(StoredRow stored, Map<String, Object> fields) {
    static RefRow of(StoredRow stored) {
      return new RefRow(stored, CanonicalJson.fields(stored.json()));
    }

    /** {@return what stands at a path; of a list, what stands there in each of its parts} */
    @Nullable Object at(String path) {
      int dot = path.indexOf('.');
      if (dot < 0) {
        return fields.get(path);
      }
      Object outer = fields.get(path.substring(0, dot));
      return outer instanceof Map<?, ?> map ? named(map).get(path.substring(dot + 1)) : null;
    }

    private static Map<String, Object> named(Map<?, ?> map) {
      Map<String, Object> named = new LinkedHashMap<>();
      map.forEach((name, value) -> named.put(String.valueOf(name), value));
      return named;
    }
  }
}
