package org.minorityreport.examples.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.RefusedRow;

class BadSalesRowsTest {
  private static final String GOOD = "S1,A,2025-01-07T09:00:00Z,5";

  @TempDir Path temporary;

  static Stream<Arguments> badRows() {
    return Stream.of(
        arguments(
            "S9,A,2025-01-07T10:00:00Z,5",
            "unknown_store",
            "column 'store_id' is 'S9', expected a store_id of stores.csv"),
        arguments(
            " S1,A,2025-01-07T10:00:00Z,5",
            "unknown_store",
            "column 'store_id' is ' S1', expected a store_id of stores.csv"),
        arguments(
            ",A,2025-01-07T10:00:00Z,5",
            "missing_value",
            "column 'store_id' is '', expected a value"),
        arguments(
            "S1,,2025-01-07T10:00:00Z,5", "missing_value", "column 'sku' is '', expected a value"),
        arguments(
            "S1,A\tB,2025-01-07T10:00:00Z,5",
            "invalid_id",
            "column 'sku' is 'A\\u0009B', expected 1 to 256 characters, not blank, without control"
                + " characters"),
        arguments("S1,A,,5", "missing_value", "column 'timestamp' is '', expected a value"),
        arguments(
            "S1,A,7.1.2025 10:00,5",
            "unparseable_time",
            "column 'timestamp' is '7.1.2025 10:00', expected an ISO-8601 time such as"
                + " 2025-08-07T09:00:00Z, 2025-08-07T09:00 or 2025-08-07"),
        arguments(
            "S1,A,2025-02-30T10:00:00Z,5",
            "unparseable_time",
            "column 'timestamp' is '2025-02-30T10:00:00Z', expected an ISO-8601 time such as"
                + " 2025-08-07T09:00:00Z, 2025-08-07T09:00 or 2025-08-07"),
        arguments(
            "S1,A,2025-01-07T10:07:00Z,5",
            "off_grid",
            "column 'timestamp' is '2025-01-07T10:07:00Z', expected a time on the grid of the"
                + " cadence PT1H; in UTC it is 2025-01-07T10:07:00Z"),
        arguments(
            "S1,A,2025-01-07T10:00:00.001Z,5",
            "off_grid",
            "column 'timestamp' is '2025-01-07T10:00:00.001Z', expected a time on the grid of the"
                + " cadence PT1H; in UTC it is 2025-01-07T10:00:00.001Z"),
        arguments(
            "S1,A,2025-01-07,5",
            "off_grid",
            "column 'timestamp' is '2025-01-07', expected a time of day: a bare date is a whole"
                + " day, and the cadence is PT1H"),
        arguments(
            "S1,A,0205-01-07T10:00:00Z,5",
            "absurd_time",
            "column 'timestamp' is '0205-01-07T10:00:00Z', expected a time from the year 1900 to"
                + " 2199"),
        arguments(
            "S1,A,2025-03-30T01:00,5",
            "skipped_time",
            "column 'timestamp' is '2025-03-30T01:00', expected a time that exists in"
                + " Europe/London, where the clock skips it"),
        arguments(
            "S1,A,2025-01-07T10:00:00Z,",
            "missing_value",
            "column 'units' is '', expected a number of units"),
        arguments(
            "S1,A,2025-01-07T10:00:00Z,five",
            "unparseable_number",
            "column 'units' is 'five', expected a number of units written with a decimal point"),
        arguments(
            "S1,A,2025-01-07T10:00:00Z,NaN",
            "unparseable_number",
            "column 'units' is 'NaN', expected a number of units written with a decimal point"),
        arguments(
            "S1,A,2025-01-07T10:00:00Z,-3",
            "negative_units",
            "column 'units' is '-3', expected 0 or more (the mapping does not say returns=true)"),
        arguments(
            "S1,A,2025-01-07T10:00:00Z,1000000000.001",
            "absurd_units",
            "column 'units' is '1000000000.001', expected at most 1000000000 in size"),
        arguments(
            "S1,A,2025-01-07T10:00:00Z,1e999",
            "absurd_units",
            "column 'units' is '1e999', expected at most 1000000000 in size"),
        arguments(
            "S1,A,2025-01-07T10:00:00Z,1.2345",
            "too_many_decimals",
            "column 'units' is '1.2345', expected at most 3 decimals"),
        arguments(
            "S1,A,2025-01-07T10:00:00Z",
            "wrong_column_count",
            "the line has 3 columns, expected 4 as in the header"),
        arguments(
            "S1,A,2025-01-07T10:00:00Z,5,6",
            "wrong_column_count",
            "the line has 5 columns, expected 4 as in the header"),
        arguments(
            "S1,\"A,B\",2025-01-07T10:00:00Z,5,6",
            "wrong_column_count",
            "the line has 5 columns, expected 4 as in the header"),
        arguments(
            "S1,\"A,2025-01-07T10:00:00Z,5",
            "unparseable_row",
            "the line is 'S1,\"A,2025-01-07T10:00:00Z,5', expected every quoted field to be closed"
                + " on it and followed by a delimiter"),
        arguments(
            "S1,\"A\"B,2025-01-07T10:00:00Z,5",
            "unparseable_row",
            "the line is 'S1,\"A\"B,2025-01-07T10:00:00Z,5', expected every quoted field to be"
                + " closed on it and followed by a delimiter"));
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource("badRows")
  void badRow_isRefusedWithLineTextColumnValueAndExpectation(
      String row, String kind, String message) {
    CsvFolder folder = new CsvFolder(temporary).sales(GOOD, row, "S1,A,2025-01-07T11:00:00Z,7");

    assertThat(folder.onlyRefused())
        .isEqualTo(
            RefusedRow.builder()
                .kind(kind)
                .source("sales.csv:3")
                .payload(row)
                .message(message)
                .build());
    InputTables tables = folder.read();
    assertThat(CsvFolder.units(tables, "S1", "A", "2025-01-07T09:00:00Z")).isEqualTo("5.0");
    assertThat(CsvFolder.units(tables, "S1", "A", "2025-01-07T11:00:00Z")).isEqualTo("7.0");
    assertThat(tables.rowsRead()).isEqualTo(3);
  }

  @Test
  void twoValuesForOneStep_areBothRefusedAndTheStepIsUnknown() {
    CsvFolder folder =
        new CsvFolder(temporary)
            .sales("S1,A,2025-01-07T10:00:00Z,6", GOOD, "S1,A,2025-01-07T10:00:00+00:00,7");

    InputTables tables = folder.read();

    assertThat(tables.refused())
        .containsExactly(
            RefusedRow.builder()
                .kind("conflicting_values")
                .source("sales.csv:2")
                .payload("S1,A,2025-01-07T10:00:00Z,6")
                .message(
                    "column 'units' is '6' but '7' in line 4 for the same step"
                        + " 2025-01-07T10:00:00Z of store 'S1', sku 'A', expected one value per"
                        + " step; the step stays unknown")
                .build(),
            RefusedRow.builder()
                .kind("conflicting_values")
                .source("sales.csv:4")
                .payload("S1,A,2025-01-07T10:00:00+00:00,7")
                .message(
                    "column 'units' is '7' but '6' in line 2 for the same step"
                        + " 2025-01-07T10:00:00Z of store 'S1', sku 'A', expected one value per"
                        + " step; the step stays unknown")
                .build());
    assertThat(CsvFolder.units(tables, "S1", "A", "2025-01-07T10:00:00Z"))
        .isEqualTo(CsvFolder.UNKNOWN);
    assertThat(CsvFolder.units(tables, "S1", "A", "2025-01-07T09:00:00Z")).isEqualTo("5.0");
  }

  @Test
  void twoRevenuesForOneStep_areBothRefused() {
    CsvFolder folder =
        new CsvFolder(temporary)
            .file(
                "sales.csv",
                "store_id,sku,timestamp,units,revenue",
                "S1,A,2025-01-07T10:00:00Z,6,12.5",
                "S1,A,2025-01-07T10:00:00Z,6,");

    assertThat(folder.read().refused())
        .extracting(RefusedRow::message)
        .satisfiesExactly(
            first -> assertThat(first).startsWith("column 'revenue' is '12.50' but '' in line 3"),
            second ->
                assertThat(second).startsWith("column 'revenue' is '' but '12.50' in line 2"));
  }

  @Test
  void identicalRows_areHarmless() {
    InputTables tables =
        new CsvFolder(temporary).sales(GOOD, GOOD, "S1,A,2025-01-07 09:00,5.000").read();

    assertThat(tables.refused()).isEmpty();
    assertThat(tables.rowsRead()).isEqualTo(3);
    assertThat(CsvFolder.units(tables, "S1", "A", "2025-01-07T09:00:00Z")).isEqualTo("5.0");
  }

  @Test
  void unclosedQuote_costsItsOwnLineOnly() {
    InputTables tables =
        new CsvFolder(temporary)
            .sales("S1,\"A,2025-01-07T10:00:00Z,5", GOOD, "S1,\"A\",2025-01-07T11:00:00Z,7")
            .read();

    assertThat(tables.refused()).extracting(RefusedRow::source).containsExactly("sales.csv:2");
    assertThat(CsvFolder.units(tables, "S1", "A", "2025-01-07T09:00:00Z")).isEqualTo("5.0");
    assertThat(CsvFolder.units(tables, "S1", "A", "2025-01-07T11:00:00Z")).isEqualTo("7.0");
  }

  @Test
  void textThatIsNotUtf8_isRefusedNotGuessed() throws Exception {
    CsvFolder folder = new CsvFolder(temporary).sales(GOOD);
    byte[] latin1 =
        "store_id,sku,timestamp,units\nS1,Caf\u00e9,2025-01-07T10:00:00Z,5\n"
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    java.nio.file.Files.write(temporary.resolve("sales.csv"), latin1);

    assertThat(folder.onlyRefused().kind()).isEqualTo("unreadable_text");
    assertThat(folder.onlyRefused().message()).contains("expected text in UTF-8");
  }

  @Test
  void timeAfterTheDelivery_isRefused() {
    CsvFolder folder =
        new CsvFolder(temporary)
            .mapping("'cadence':'PT1H','delivered_at':'2025-01-07T10:00:00Z','max_refused_share':1")
            .sales(GOOD, "S1,A,2025-01-07T10:00:00Z,6", "S1,A,2025-01-07T11:00:00Z,7");

    assertThat(folder.onlyRefused().kind()).isEqualTo("after_delivery");
    assertThat(folder.onlyRefused().message())
        .isEqualTo(
            "column 'timestamp' is '2025-01-07T11:00:00Z', expected a time not after delivered_at,"
                + " which is 2025-01-07T10:00:00Z");
  }

  @Test
  void negativeUnits_withReturns_areKept() {
    InputTables tables =
        new CsvFolder(temporary)
            .mapping("'cadence':'PT1H','returns':true")
            .sales("S1,A,2025-01-07T10:00:00Z,-3.5")
            .read();

    assertThat(CsvFolder.units(tables, "S1", "A", "2025-01-07T10:00:00Z")).isEqualTo("-3.5");
  }

  @Test
  void refusedRow_leavesItsStepUnknownWhereAbsentRowsMeanZero() {
    InputTables tables =
        new CsvFolder(temporary)
            .mapping("'cadence':'PT1H','absent_means':'zero_if_open','max_refused_share':1")
            .sales(
                "S1,A,2025-01-07T09:00:00Z,1",
                "S1,A,2025-01-07T10:00:00Z,-3",
                "S1,B,2025-01-07T10:00:00Z,2",
                "S1,A,2025-01-07T11:00:00Z,4",
                "S1,A,2025-01-07T11:00:00Z,5",
                "S1,B,2025-01-07T11:00:00Z,2",
                "S1,B,2025-01-07T12:00:00Z,2",
                "S1,B,2025-01-07T14:00:00Z,2")
            .read();

    assertThat(
            Stream.of("09", "10", "11", "12", "13")
                .map(hour -> "2025-01-07T" + hour + ":00:00Z")
                .map(time -> CsvFolder.units(tables, "S1", "A", time)))
        .isEqualTo(List.of("1.0", CsvFolder.UNKNOWN, CsvFolder.UNKNOWN, "0.0", CsvFolder.UNKNOWN));
  }

  @Test
  void badRevenue_isRefused() {
    CsvFolder folder =
        new CsvFolder(temporary)
            .file(
                "sales.csv",
                "store_id,sku,timestamp,units,revenue",
                "S1,A,2025-01-07T08:00:00Z,6,-1",
                "S1,A,2025-01-07T09:00:00Z,6,x",
                "S1,A,2025-01-07T10:00:00Z,6,1e13",
                "S1,A,2025-01-07T11:00:00Z,6,12.345");

    assertThat(folder.read().refused())
        .extracting(RefusedRow::kind)
        .containsExactly("negative_revenue", "unparseable_number", "absurd_revenue");
  }
}
