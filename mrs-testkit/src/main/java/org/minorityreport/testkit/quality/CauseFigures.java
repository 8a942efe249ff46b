package org.minorityreport.testkit.quality;

import java.util.Collections;
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
public final class CauseFigures {
  private final Tally first = new Tally();
  private final Tally inThree = new Tally();
  private final Tally unknown = new Tally();
  private final Map<Explanation, Row> rows = new EnumMap<>(Explanation.class);
  private final SortedMap<String, Integer> wrong = new TreeMap<>();

  /**
   * The same by what the rows of context say.
   *
   * @param first reports whose first cause is right
   * @param inThree reports of whose first three causes one is right
   * @param unknown reports without a proposed cause
   */
  public record Row(Tally first, Tally inThree, Tally unknown) {
    Row() {
      this(new Tally(), new Tally(), new Tally());
    }
  }

  /** Nothing counted yet. */
  CauseFigures() {}

  /** {@return reports that a row explains, whose first cause is right} */
  public Tally first() {
    return first;
  }

  /** {@return reports that a row explains, of whose first three causes one is right} */
  public Tally inThree() {
    return inThree;
  }

  /** {@return reports that no row explains, left without a cause} */
  public Tally unknown() {
    return unknown;
  }

  /** {@return the same by what the rows of context say} */
  public Map<Explanation, Row> rows() {
    return Collections.unmodifiableMap(rows);
  }

  /** {@return what was wrong, in words, with the number of reports} */
  public SortedMap<String, Integer> wrong() {
    return Collections.unmodifiableSortedMap(wrong);
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
