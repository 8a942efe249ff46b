package org.minorityreport.core.run;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.core.json.CanonicalJson;

/** The rows of the stages that stand, with the exceptions of spec 4.9. */
final class Standing {
  private Standing() {}

  /** {@return content by log and key, whatever the version} */
  static SortedMap<String, String> of(OutageWorld world) {
    SortedMap<String, StoredRow> newest = new TreeMap<>();
    for (Log<?> log : StandingRows.OF_STAGES) {
      world.logs.read(
          log,
          OutageWorld.RUN,
          CommitPosition.START,
          world.logs.head(),
          row -> newest.put(log.wireName() + row.key(), row));
    }
    SortedMap<String, String> standing = new TreeMap<>();
    newest.forEach(
        (key, row) -> {
          if (!row.isRetracted() && !row.text().contains("\"data_correction\"")) {
            SortedMap<String, Object> fields = new TreeMap<>(CanonicalJson.fields(row.json()));
            fields.remove("version");
            standing.put(key, fields.toString());
          }
        });
    return standing;
  }

  /** {@return the keys of which one stands and the other does not, or with other content} */
  static Set<String> differences(OutageWorld one, OutageWorld other) {
    SortedMap<String, String> left = of(one);
    SortedMap<String, String> right = of(other);
    Set<String> keys = new TreeSet<>(left.keySet());
    keys.addAll(right.keySet());
    keys.removeIf(key -> String.valueOf(left.get(key)).equals(right.get(key)));
    return keys;
  }
}
