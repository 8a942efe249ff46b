package org.minorityreport.examples.csv;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.error.InvalidInputException;

class BadFilesTest {
  private static final String EXPECTED =
      """
      expected in the folder:
        sales.csv with columns store_id, sku, timestamp, units and, if wanted, revenue, delivered_at
        stores.csv with columns store_id, retailer and, if wanted, name, city, region, country, \
      lat, lon, format, time_zone, sales_region
        campaigns.csv (optional) with columns campaign_id, name, channel, category, start, end \
      and, if wanted, regions, store_ids, skus, spend, recorded_at
        context.csv (optional) with columns context_id, category, name, start, source and, if \
      wanted, subtype, end, regions, cities, store_ids, skus, severity, url, confidence, recorded_at
        drivers.csv (optional) with columns driver_id, kind, timestamp, value and, if wanted, \
      campaign_id, context_id, store_ids, regions, skus, recorded_at
        mapping.json (optional) for other names of files and columns, patterns of times and the \
      cadence""";

  @TempDir Path temporary;

  @Test
  void emptyFolder_saysWhatWasExpectedInIt() {
    refused(
        temporary,
        temporary + ": sales.csv and stores.csv are missing; the folder is empty; " + EXPECTED);
  }

  @Test
  void folderWithoutSales_saysWhatItHas() throws Exception {
    Files.createFile(temporary.resolve("stores.csv"));
    Files.createFile(temporary.resolve("sale.csv"));

    refused(
        temporary,
        temporary + ": sales.csv is missing; the folder has sale.csv, stores.csv; " + EXPECTED);
  }

  @Test
  void missingFolder_saysWhatWasExpectedInIt() {
    Path folder = temporary.resolve("none");

    refused(folder, folder + ": does not exist; " + EXPECTED);
  }

  @Test
  void fileInsteadOfFolder_isRefused() throws Exception {
    Path file = Files.createFile(temporary.resolve("file"));

    refused(file, file + ": is no folder; " + EXPECTED);
  }

  @Test
  void folderInsteadOfFile_isRefused() throws Exception {
    new CsvFolder(temporary);
    Path sales = Files.createDirectory(temporary.resolve("sales.csv"));

    refused(
        temporary,
        sales
            + ": cannot be read (java.io.IOException: it is a folder); expected a readable CSV file");
  }

  @Test
  void emptyFile_saysWhichColumnsWereExpected() {
    new CsvFolder(temporary).text("sales.csv", " \n\n");

    refused(
        temporary,
        temporary.resolve("sales.csv")
            + ": is empty; expected a header with columns store_id, sku, timestamp, units and, if"
            + " wanted, revenue, delivered_at");
  }

  @Test
  void missingColumns_areNamedWithWhatTheHeaderHas() {
    new CsvFolder(temporary).file("sales.csv", "store,sku,time,units", "S1,A,2025-01-07,1");

    refused(
        temporary,
        temporary.resolve("sales.csv")
            + ": columns 'store_id', 'timestamp' are missing; the header has 'store, sku, time,"
            + " units', expected columns store_id, sku, timestamp, units and, if wanted, revenue, delivered_at");
  }

  @Test
  void renamedColumnThatIsMissing_isNamedAsInTheMapping() {
    new CsvFolder(temporary)
        .mapping("'cadence':'PT1H','sales':{'columns':{'revenue':'Umsatz'}}")
        .sales("S1,A,2025-01-07T09:00:00Z,1");

    refused(
        temporary,
        temporary.resolve("sales.csv")
            + ": column 'Umsatz' (revenue) is missing; the header has 'store_id, sku, timestamp,"
            + " units', expected columns store_id, sku, timestamp, units and, if wanted, revenue, delivered_at");
  }

  @Test
  void duplicateColumn_isRefused() {
    new CsvFolder(temporary).file("sales.csv", "store_id,sku,units,timestamp,units");

    refused(
        temporary,
        temporary.resolve("sales.csv")
            + ": column 'units' stands twice in the header, as column 3 and 5, expected every name"
            + " once");
  }

  @Test
  void brokenHeader_isRefused() {
    new CsvFolder(temporary).file("sales.csv", "store_id,\"sku,units,timestamp");

    refused(
        temporary,
        temporary.resolve("sales.csv")
            + ": line 1: header 'store_id,\"sku,units,timestamp': the line is"
            + " 'store_id,\"sku,units,timestamp', expected every quoted field to be closed on it"
            + " and followed by a delimiter");
  }

  @Test
  void storeWithTwoDifferentRows_isRefused() {
    new CsvFolder(temporary)
        .sales("S1,A,2025-01-07T09:00:00Z,1")
        .file("stores.csv", "store_id,retailer", "S1,Acme", "S2,Acme", "S1,Acme", "S1,Other");

    refused(
        temporary,
        temporary.resolve("stores.csv")
            + ": store_id 'S1' stands in line 2 and, with other values, in line 5, expected one row"
            + " per store");
  }

  @Test
  void timesThatReachTooFar_areRefusedWithBothEnds() {
    new CsvFolder(temporary)
        .mapping("'cadence':'PT1S'")
        .sales("S1,A,2025-01-07T09:00:00Z,1", "S1,B,2052-01-07T09:00:00Z,1");

    assertThatThrownBy(() -> CsvInputs.in(temporary).read())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(
            "2025-01-07T09:00:00Z (sales.csv:2) to 2052-01-07T09:00:00Z"
                + " (sales.csv:3); that is 851990401 steps of PT1S in each of 2 series");
  }

  private static void refused(Path folder, String message) {
    assertThatThrownBy(() -> CsvInputs.in(folder).read())
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
  }
}
