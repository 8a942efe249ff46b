package org.minorityreport.examples.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.error.InvalidInputException;
import org.minorityreport.api.input.InputTables;

class CadenceFinderTest {
  private static final String REMEDY =
      "; expected \"cadence\" in mapping.json, such as \"PT15M\", \"PT1H\" or \"P1D\"";

  @TempDir Path temporary;

  @Test
  void cadence_isTheSmallestGapOfASeries() {
    assertThat(cadence("S1,A,2025-01-07", "S1,B,2025-01-08", "S1,A,2025-01-14")).isEqualTo("P7D");
  }

  @Test
  void folderWithoutMapping_isReadAtTheCadenceFound() {
    InputTables tables =
        new CsvFolder(temporary)
            .withoutMapping()
            .sales("S1,A,2025-01-09,1", "S1,A,2025-01-07,2", "S1,A,2025-01-08,3")
            .read();

    assertThat(tables.source().cadence()).hasToString("P1D");
    assertThat(tables.refused()).isEmpty();
  }

  @Test
  void dates_giveDays() {
    assertThat(cadence("S1,A,2025-01-09", "S1,A,2025-01-07", "S1,A,2025-01-08")).isEqualTo("P1D");
  }

  @Test
  void clockChange_isNoGap() {
    assertThat(cadence("S1,A,2025-03-29T00:00", "S1,A,2025-03-30T00:00", "S1,A,2025-03-31T00:00"))
        .isEqualTo("P1D");
  }

  @Test
  void strayRow_isNotTakenForTheGrid() {
    assertThatThrownBy(
            () ->
                cadence(
                    "S1,A,2025-01-07T09:00Z",
                    "S1,A,2025-01-07T10:00Z",
                    "S1,A,2025-01-07T11:00Z",
                    "S1,A,2025-01-07T11:05Z"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            temporary.resolve("sales.csv")
                + ": the cadence cannot be told, because the smallest gap between two times of a"
                + " series is PT5M, but it is not the commonest"
                + REMEDY);
  }

  @Test
  void gapThatIsNoCadence_isRefused() {
    assertThatThrownBy(() -> cadence("S1,A,2025-01-07T09:00Z", "S1,A,2025-01-07T09:07Z"))
        .hasMessageContaining(
            "gives none: cadence is 'PT7M' but must be a length that divides a day, or a whole"
                + " number of days");
  }

  @Test
  void singleTimes_areNotEnough() {
    assertThatThrownBy(() -> cadence("S1,A,2025-01-07", "S1,B,2025-01-08"))
        .hasMessage(
            temporary.resolve("sales.csv")
                + ": the cadence cannot be told, because no series has two times"
                + REMEDY);
  }

  private String cadence(String... rows) {
    String[] withUnits = rows.clone();
    for (int i = 0; i < rows.length; i++) {
      withUnits[i] = rows[i] + ",1";
    }
    Path folder = new CsvFolder(temporary).sales(withUnits).path();
    return new CadenceFinder(folder, TableMapping.of(TableKind.SALES)).find().toString();
  }
}
