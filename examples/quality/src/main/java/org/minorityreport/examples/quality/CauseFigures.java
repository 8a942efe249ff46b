package org.minorityreport.examples.quality;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.taxonomy.Taxonomy;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.mock.world.Happening;
import org.minorityreport.mock.world.narrative.NarrativeLibrary;

/** How often the cause proposed for a report is of the true category. One thread at a time. */
final class CauseFigures {
  final Tally first = new Tally();
  final Tally inThree = new Tally();
  final Tally unknown = new Tally();
  final Map<Explanation, Row> rows = new EnumMap<>(Explanation.class);
  final SortedMap<String, Integer> wrong = new TreeMap<>();

  /** The same by what the rows of context say. */
  static final class Row {
    final Tally first = new Tally();
    final Tally inThree = new Tally();
    final Tally unknown = new Tally();
  }

  void add(String name, Matching matching, NarrativeLibrary library) {
    matching
        .reports()
        .forEach(
            (report, deviation) -> {
              if (deviation.isScored()) {
                Happening happening = deviation.happening();
                Explanation rows = Explanation.of(library.find(happening.id()).orElseThrow());
                add(name, report, happening, rows);
              }
            });
  }

  private void add(String name, MinorityReport report, Happening happening, Explanation told) {
    String proposed = report.proposedCauseCategory().orElse(Taxonomy.UNKNOWN);
    Set<String> three = new HashSet<>(Set.of(proposed));
    for (Optional<String> other :
        List.of(report.proposedCauseCategory2(), report.proposedCauseCategory3())) {
      other.ifPresent(three::add);
    }
    boolean right = proposed.equals(happening.category());
    boolean open = proposed.equals(Taxonomy.UNKNOWN);
    Row row = rows.computeIfAbsent(told, k -> new Row());
    row.first.count(right);
    row.inThree.count(three.contains(happening.category()));
    row.unknown.count(open);
    if (told.explains()) {
      first.count(right);
      inThree.count(three.contains(happening.category()));
    } else {
      unknown.count(open);
    }
    if (told.explains() ? !right : !open) {
      String what = name + ": " + happening.id() + " is " + happening.category() + " (" + told;
      wrong.merge(what + "), proposed " + proposed, 1, Integer::sum);
    }
  }
}
