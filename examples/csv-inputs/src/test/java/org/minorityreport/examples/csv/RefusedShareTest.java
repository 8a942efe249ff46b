package org.minorityreport.examples.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.error.InvalidInputException;

class RefusedShareTest {
  @TempDir Path temporary;

  @Test
  void share_atTheLimit_isAccepted() {
    // 98 rows of sales and two stores: 5 of 100
    assertThat(folder(93, 5).read().refused()).hasSize(5);
  }

  @Test
  void share_aboveTheLimit_isRefusedWithCountsShareLimitAndFirstRows() {
    CsvFolder folder = folder(92, 6);

    assertThatThrownBy(folder::read)
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            temporary
                + ": 6 of 100 rows (6.00 %) cannot be used, expected at most 5.00 %"
                + " (max_refused_share in mapping.json); nothing was taken over. The first:"
                + line(2)
                + line(3)
                + line(4)
                + line(5)
                + line(6));
  }

  @Test
  void share_isWhatTheMappingSays() {
    CsvFolder folder = folder(92, 6).mapping("'cadence':'PT1H','max_refused_share':0.06");

    assertThat(folder.read().refused()).hasSize(6);
  }

  @Test
  void conflictingRows_count() {
    CsvFolder folder =
        new CsvFolder(temporary)
            .mapping("'cadence':'PT1H'")
            .sales("S1,A,2025-01-07T09:00:00Z,1", "S1,A,2025-01-07T09:00:00Z,2");

    assertThatThrownBy(folder::read).hasMessageContaining("2 of 4 rows (50.00 %) cannot be used");
  }

  private CsvFolder folder(int good, int bad) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < bad; i++) {
      rows.add("S1,A,2025-01-07T09:00:00Z,?");
    }
    for (int i = 0; i < good; i++) {
      rows.add("S1,SKU" + i + ",2025-01-07T09:00:00Z,1");
    }
    return new CsvFolder(temporary).mapping("'cadence':'PT1H'").sales(rows);
  }

  private static String line(int number) {
    return "\n  sales.csv:"
        + number
        + ": unparseable_number: column 'units' is '?', expected a number of units written with a"
        + " decimal point";
  }
}
