package org.minorityreport.core.provenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.provenance.SubjectKind;
import org.minorityreport.api.value.Rules;
import org.minorityreport.core.hydrate.IdLookup;

/** Finds reports and events among all that the logs name, also those of which nothing stands. */
final class SubjectLookup {
  private static final Pattern FULL = Pattern.compile("M[RE]-[0-9a-f]{32}");

  private SubjectLookup() {}

  static SubjectKind kind(String id) {
    if (id.startsWith("MR-")) {
      return SubjectKind.REPORT;
    }
    if (id.startsWith("ME-")) {
      return SubjectKind.EVENT;
    }
    throw new UsageException(
        "'"
            + Rules.quoted(id)
            + "' is no id of a report or event; expected 'MR-' or 'ME-' and 8 to 32 lower-case hex"
            + " digits");
  }

  /** {@return whether an id has all its digits, so that there is nothing to look up} */
  static boolean isFull(String id) {
    return FULL.matcher(id).matches();
  }

  /**
   * Looks an id up.
   *
   * @param reads what can be read of the logs
   * @param id an id or its beginning
   * @return the whole id
   * @throws UsageException if it is none, nothing has it, or several begin so
   */
  static String find(SoundReads reads, String id) {
    SubjectKind kind = kind(id);
    SortedSet<String> known = new TreeSet<>();
    List<Log<?>> logs =
        new ArrayList<>(kind == SubjectKind.REPORT ? Mentions.hydratedLogs() : Mentions.logs());
    for (Log<?> log : logs) {
      reads.read(
          log,
          row -> {
            known.addAll(named(kind, row));
            return false;
          });
    }
    List<String> ids = List.copyOf(known);
    String what = kind == SubjectKind.REPORT ? "report" : "event";
    String prefix = kind == SubjectKind.REPORT ? "MR-" : "ME-";
    return new IdLookup<>(what, prefix, ids, ids::get).get(id);
  }

  private static Set<String> named(SubjectKind kind, StoredRow row) {
    if (kind == SubjectKind.EVENT) {
      return Mentions.joiningLogs().contains(row.log()) ? Mentions.events(row) : Set.of();
    }
    return row.subject().filter(s -> s.startsWith("MR-")).map(Set::of).orElse(Set.of());
  }
}
