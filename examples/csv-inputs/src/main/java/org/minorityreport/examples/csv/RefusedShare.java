package org.minorityreport.examples.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.minorityreport.api.error.InvalidInputException;
import org.minorityreport.api.input.RefusedRow;

/** The rule that a delivery with too many bad rows is not used at all. */
final class RefusedShare {
  private static final int MAX_SHOWN = 5;

  private RefusedShare() {}

  static void check(Path folder, double limit, List<Refusals> tables) {
    long rows = tables.stream().mapToLong(Refusals::rows).sum();
    long refused = tables.stream().mapToLong(Refusals::count).sum();
    if (refused > limit * rows) {
      List<String> lines = new ArrayList<>();
      tables.stream()
          .flatMap(table -> table.inOrder().stream())
          .limit(MAX_SHOWN)
          .forEach(row -> lines.add(line(row)));
      String head =
          String.format(
              Locale.ROOT,
              "%d of %d rows (%.2f %%) cannot be used, expected at most %.2f %%"
                  + " (max_refused_share in %s); nothing was taken over. The first:",
              refused,
              rows,
              100.0 * refused / rows,
              100.0 * limit,
              Mapping.FILE);
      throw new InvalidInputException(
          folder.toString(), head + "\n  " + String.join("\n  ", lines));
    }
  }

  private static String line(RefusedRow row) {
    return row.source() + ": " + row.kind() + ": " + row.message();
  }
}
