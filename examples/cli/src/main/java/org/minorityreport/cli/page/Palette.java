package org.minorityreport.cli.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;

/** A colour per category of cause; the commonest get one of their own, the rest share one. */
final class Palette {
  /** How many colours the page's style knows beside the shared one, {@code c0}. */
  private static final int COLOURS = 10;

  private final Map<String, Integer> colours = new TreeMap<>();
  private final List<Entry> entries = new ArrayList<>();

  private Palette() {}

  static Palette of(List<MinorityEvent> events) {
    Map<String, Integer> counts = new TreeMap<>();
    events.forEach(event -> counts.merge(category(event), 1, Integer::sum));
    List<String> common = new ArrayList<>(counts.keySet());
    common.remove(UNKNOWN);
    common.sort(
        Comparator.comparing((String category) -> counts.getOrDefault(category, 0))
            .reversed()
            .thenComparing(Comparator.naturalOrder()));
    Palette palette = new Palette();
    int others = 0;
    for (String category : common) {
      if (palette.colours.size() < COLOURS) {
        int colour = palette.colours.size() + 1;
        palette.colours.put(category, colour);
        palette.entries.add(new Entry("c" + colour, words(category)));
      } else {
        others++;
      }
    }
    if (others > 0 || counts.containsKey(UNKNOWN)) {
      palette.entries.add(new Entry("c0", others > 0 ? "other or unknown" : UNKNOWN));
    }
    return palette;
  }

  private static final String UNKNOWN = "unknown";

  static String category(MinorityEvent event) {
    return category(event.finalCauseCategory(), event.proposedCauseCategory());
  }

  private static String category(Optional<String> decided, Optional<String> proposed) {
    return decided.or(() -> proposed).orElse(UNKNOWN);
  }

  static String words(String code) {
    return code.replace('_', ' ');
  }

  String colour(MinorityEvent event) {
    return "c" + colours.getOrDefault(category(event), 0);
  }

  String colour(MinorityReport report) {
    return "c"
        + colours.getOrDefault(
            category(report.finalCauseCategory(), report.proposedCauseCategory()), 0);
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** A colour and what it stands for. */
  record Entry(String colour, String name) {}
}
