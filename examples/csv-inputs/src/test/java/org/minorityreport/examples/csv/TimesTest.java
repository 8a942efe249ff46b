package org.minorityreport.examples.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.RefusedRow;

/** London, the zone of store S1, is UTC in winter and an hour ahead in summer. */
class TimesTest {
  @TempDir Path temporary;

  @Nested
  class Hours {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "2025-07-07T09:00:00Z",
          "2025-07-07T10:00:00+01:00",
          "2025-07-07T10:00+0100",
          "2025-07-07 11:00:00.000+02",
          "2025-07-07T10:00",
          "2025-07-07 10:00:00"
        })
    void time_isReadInTheZoneOfItsStoreUnlessItHasAnOffset(String text) {
      InputTables tables = new CsvFolder(temporary).sales("S1,A," + text + ",5").read();

      assertThat(tables.refused()).isEmpty();
      assertThat(CsvFolder.units(tables, "S1", "A", "2025-07-07T09:00:00Z")).isEqualTo("5.0");
    }

    @Test
    void timeOfAStoreWithoutZone_isUtc() {
      InputTables tables = new CsvFolder(temporary).sales("S2,A,2025-07-07T10:00,5").read();

      assertThat(CsvFolder.units(tables, "S2", "A", "2025-07-07T10:00:00Z")).isEqualTo("5.0");
    }

    @Test
    void zoneOfTheMapping_winsOverThatOfTheStore() {
      InputTables tables =
          new CsvFolder(temporary)
              .mapping("'cadence':'PT1H','zone':'America/New_York'")
              .sales("S1,A,2025-07-07T10:00,5")
              .read();

      assertThat(CsvFolder.units(tables, "S1", "A", "2025-07-07T14:00:00Z")).isEqualTo("5.0");
    }

    @Test
    void hourThatTheClockRepeats_isTheEarlierInItsFirstRowOfEachSeries() {
      InputTables tables =
          new CsvFolder(temporary)
              .sales(
                  "S1,B,2025-10-26T01:00,10",
                  "S1,A,2025-10-26T00:00,1",
                  "S1,A,2025-10-26T01:00,2",
                  "S1,A,2025-10-26T01:00,3",
                  "S1,A,2025-10-26T02:00,4")
              .read();

      assertThat(tables.refused()).isEmpty();
      assertThat(
              Stream.of("25T23", "26T00", "26T01", "26T02")
                  .map(hour -> "2025-10-" + hour + ":00:00Z")
                  .map(time -> CsvFolder.units(tables, "S1", "A", time)))
          .isEqualTo(List.of("1.0", "2.0", "3.0", "4.0"));
      assertThat(CsvFolder.units(tables, "S1", "B", "2025-10-26T00:00:00Z")).isEqualTo("10.0");
    }

    @Test
    void repeatedHour_whoseFirstRowIsBad_keepsItsPlace() {
      InputTables tables =
          new CsvFolder(temporary)
              .sales("S1,A,2025-10-26T01:00,-2", "S1,A,2025-10-26T01:00,3")
              .read();

      assertThat(tables.refused()).extracting(RefusedRow::kind).containsExactly("negative_units");
      assertThat(CsvFolder.units(tables, "S1", "A", "2025-10-26T01:00:00Z")).isEqualTo("3.0");
    }

    @Test
    void hoursOfAZoneWithHalfAnHour_areOffTheGrid() {
      CsvFolder folder =
          new CsvFolder(temporary)
              .file("stores.csv", "store_id,retailer,time_zone", "S1,Acme,Asia/Kolkata")
              .sales("S1,A,2025-01-07T10:00,5");

      assertThat(folder.onlyRefused().message())
          .isEqualTo(
              "column 'timestamp' is '2025-01-07T10:00', expected a time on the grid of the cadence"
                  + " PT1H; in UTC it is 2025-01-07T04:30:00Z");
    }
  }

  @Nested
  class Days {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "2025-07-07",
          "2025-07-07T00:00",
          "2025-07-07T00:00:00Z",
          "2025-07-07T00:00:00+01:00",
          "2025-07-06T23:00:00Z"
        })
    void date_isTheDayOfTheStoreWrittenAtMidnightUtc(String text) {
      InputTables tables =
          new CsvFolder(temporary).mapping("'cadence':'P1D'").sales("S1,A," + text + ",5").read();

      assertThat(tables.refused()).isEmpty();
      assertThat(CsvFolder.units(tables, "S1", "A", "2025-07-07T00:00:00Z")).isEqualTo("5.0");
    }

    @Test
    void timeOfDay_isOffTheGrid() {
      CsvFolder folder =
          new CsvFolder(temporary)
              .mapping("'cadence':'P1D','max_refused_share':1")
              .sales("S1,A,2025-07-07T10:00,5");

      assertThat(folder.onlyRefused().kind()).isEqualTo("off_grid");
      assertThat(folder.onlyRefused().message())
          .endsWith(
              "expected a date, or midnight in Europe/London or UTC, because the cadence is P1D");
    }

    @Test
    void weeks_beginOnMonday() {
      CsvFolder folder =
          new CsvFolder(temporary)
              .mapping("'cadence':'P7D','max_refused_share':1")
              .sales("S1,A,2025-07-07,5", "S1,A,2025-07-08,6");

      assertThat(folder.onlyRefused().source()).isEqualTo("sales.csv:3");
    }

    @ParameterizedTest
    @CsvSource({"2025-07-06T23:00:00Z,0", "2025-07-06T22:59:59Z,1"})
    void dayAfterTheDelivery_isJudgedByTheDayOfTheStore(String deliveredAt, int refused) {
      InputTables tables =
          new CsvFolder(temporary)
              .mapping("'cadence':'P1D','max_refused_share':1,'delivered_at':'" + deliveredAt + "'")
              .sales("S1,A,2025-07-07,5")
              .read();

      assertThat(tables.refused()).hasSize(refused);
    }
  }

  @Nested
  class Patterns {
    @ParameterizedTest
    @CsvSource({
      "dd/MM/yyyy HH:mm,07/01/2025 09:00",
      "M/d/uuuu H:mm,1/7/2025 9:00",
      "yyyyMMdd HHmm XXX,20250107 1000 +01:00"
    })
    void pattern_isUsed(String pattern, String text) {
      InputTables tables =
          new CsvFolder(temporary)
              .mapping("'cadence':'PT1H','sales':{'time_format':['yyyy','" + pattern + "']}")
              .sales("S1,A," + text + ",5")
              .read();

      assertThat(CsvFolder.units(tables, "S1", "A", "2025-01-07T09:00:00Z")).isEqualTo("5.0");
    }

    @Test
    void dateThatDoesNotExist_isRefused() {
      CsvFolder folder =
          new CsvFolder(temporary)
              .mapping("'cadence':'P1D','max_refused_share':1,'sales':{'time_format':'dd/MM/yyyy'}")
              .sales("S1,A,30/02/2025,5");

      assertThat(folder.onlyRefused().message())
          .isEqualTo("column 'timestamp' is '30/02/2025', expected a time of the form dd/MM/yyyy");
    }
  }
}
