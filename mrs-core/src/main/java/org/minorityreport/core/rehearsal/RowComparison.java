package org.minorityreport.core.rehearsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.rehearsal.LogComparison;
import org.minorityreport.api.rehearsal.RowDifference;
import org.minorityreport.core.json.CanonicalJson;

/** Compares rows of one log by key and content, versions aside. */
final class RowComparison {
  /** By tick, then in the order of the logs, then by key. */
  static final Comparator<RowDifference> ORDER =
      Comparator.comparing(RowDifference::tick)
          .thenComparing(d -> Logs.all().indexOf(Logs.byWireName(d.log())))
          .thenComparing(RowDifference::key);

  private RowComparison() {}

  /**
   * Compares.
   *
   * @param log the log
   * @param logged its rows by key
   * @param replayed the rows made again, by key
   */
  static LogComparison of(
      Log<?> log, Map<String, StoredRow> logged, Map<String, StoredRow> replayed) {
    long equal = 0;
    long missing = 0;
    long extra = 0;
    long different = 0;
    List<RowDifference> differences = new ArrayList<>();
    Set<String> keys = new LinkedHashSet<>(logged.keySet());
    keys.addAll(replayed.keySet());
    for (String key : keys) {
      StoredRow was = logged.get(key);
      StoredRow is = replayed.get(key);
      if (was != null && is != null && sameContent(was, is)) {
        equal++;
        continue;
      }
      if (is == null) {
        missing++;
      } else if (was == null) {
        extra++;
      } else {
        different++;
      }
      difference(log, key, was, is).ifPresent(differences::add);
    }
    return LogComparison.builder()
        .log(log.wireName())
        .equal(equal)
        .missing(missing)
        .extra(extra)
        .different(different)
        .firstDifference(differences.stream().min(ORDER))
        .build();
  }

  private static boolean sameContent(StoredRow one, StoredRow other) {
    return content(one).sameContent(content(other).contentDigest());
  }

  private static LogRow content(StoredRow row) {
    return LogRow.ofSound(row.log(), row.json());
  }

  private static Optional<RowDifference> difference(
      Log<?> log, String key, @Nullable StoredRow was, @Nullable StoredRow is) {
    if (was == null && is == null) {
      return Optional.empty();
    }
    RowDifference.Builder difference = RowDifference.builder().log(log.wireName()).key(key);
    if (was == null || is == null) {
      StoredRow there = Objects.requireNonNull(was == null ? is : was);
      Object all = CanonicalJson.fields(there.json());
      return Optional.of(
          difference
              .tick(there.writtenAt())
              .logged(was == null ? Optional.empty() : Optional.of(all))
              .replayed(is == null ? Optional.empty() : Optional.of(all))
              .build());
    }
    Map<String, Object> before = CanonicalJson.fields(was.json());
    Map<String, Object> after = CanonicalJson.fields(is.json());
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    names.remove("version");
    Optional<String> field =
        names.stream()
            .filter(name -> !Objects.equals(before.get(name), after.get(name)))
            .findFirst();
    return Optional.of(
        difference
            .tick(was.writtenAt())
            .field(field)
            .logged(field.map(before::get))
            .replayed(field.map(after::get))
            .build());
  }
}
