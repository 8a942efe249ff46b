package org.minorityreport.examples.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Delivery;
import org.minorityreport.api.input.InputSnapshot;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.TimeSpan;

class CsvInputsTest {
  @TempDir Path temporary;

  @Test
  void folder_isReadAtTheFirstTickOnly() throws Exception {
    CsvFolder folder = new CsvFolder(temporary).sales("S1,A,2025-01-07T09:00:00Z,5");
    CsvInputs inputs = CsvInputs.in(folder.path());

    InputSnapshot first = inputs.at(Instant.parse("2025-01-07T10:00:00Z"));
    Files.delete(temporary.resolve("sales.csv"));

    assertThat(inputs.at(Instant.parse("2025-01-07T11:00:00Z"))).isSameAs(first);
  }

  @Test
  void delivery_hasTheDigestOfTheBytesOfTheFile() throws Exception {
    InputTables tables =
        new CsvFolder(temporary)
            .mapping("'cadence':'PT1H','delivered_at':'2025-01-08T00:00:00Z'")
            .sales("S1,A,2025-01-07T09:00:00Z,5")
            .read();

    byte[] bytes = Files.readAllBytes(temporary.resolve("sales.csv"));
    assertThat(tables.deliveries())
        .containsExactly(
            Delivery.builder()
                .name("sales.csv")
                .deliveredAt(Instant.parse("2025-01-08T00:00:00Z"))
                .digest(
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                .build());
  }

  @Test
  void unitsAndRevenue_areReadExactly() {
    InputTables tables =
        new CsvFolder(temporary)
            .file(
                "sales.csv",
                "revenue,units,timestamp,sku,store_id,till",
                "12.345,1.125,2025-01-07T09:00:00Z,A,S1,7",
                ",1000000000,2025-01-07T10:00:00Z,A,S1,7",
                "0.1,1.5e2,2025-01-07T11:00:00Z,A,S1,7")
            .read();

    SalesSeries series = tables.sales(StoreId.of("S1"), tables.covers()).get(0);
    assertThat(series.thousandthsAt(0)).isEqualTo(1125);
    assertThat(series.thousandthsAt(1)).isEqualTo(1_000_000_000_000L);
    assertThat(series.thousandthsAt(2)).isEqualTo(150_000);
    assertThat(series.revenueCentsAt(0)).isEqualTo(1234);
    assertThat(series.revenueCentsAt(1)).isEqualTo(SalesSeries.UNKNOWN);
    assertThat(series.revenueCentsAt(2)).isEqualTo(10);
  }

  @Test
  void byteOrderMarkWindowsLinesQuotesAndBlankLines_areTolerated() {
    InputTables tables =
        new CsvFolder(temporary)
            .text(
                "sales.csv",
                String.join(
                    "\r\n",
                    "\uFEFF\"store_id\", sku ,\"timestamp\",units",
                    "",
                    "\"S1\",\"Caf\u00e9 \"\"9\"\", Z\",\"2025-01-07T09:00:00Z\",\" 5 \"",
                    " ",
                    "S1,B|,2025-01-07T09:00:00Z, 6",
                    "S1,C,2025-01-07T09:00:00Z,?"))
            .read();

    assertThat(CsvFolder.units(tables, "S1", "Caf\u00e9 \"9\", Z", "2025-01-07T09:00:00Z"))
        .isEqualTo("5.0");
    assertThat(CsvFolder.units(tables, "S1", "B|", "2025-01-07T09:00:00Z")).isEqualTo("6.0");
    assertThat(tables.refused()).extracting("source").containsExactly("sales.csv:6");
    assertThat(tables.rowsRead()).isEqualTo(3);
  }

  @Test
  void salesWithoutRows_areNoSales() {
    InputTables tables =
        new CsvFolder(temporary).text("sales.csv", "store_id,sku,timestamp,units").read();

    assertThat(tables.rowsRead()).isZero();
    assertThat(tables.covers()).isEqualTo(TimeSpan.of(Instant.EPOCH, Instant.EPOCH));
  }

  @Test
  void localeAndZoneOfTheMachine_changeNothing() {
    CsvFolder folder =
        new CsvFolder(temporary)
            .sales("S2,A,2025-01-07T09:00,5.5", "S2,A,2025-01-07T10:00,-1")
            .file("stores.csv", "store_id,retailer,SIZE", "S2,Acme,1.5");
    InputTables expected = folder.read();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));

      InputTables tables = folder.read();

      assertThat(tables.refused()).isEqualTo(expected.refused());
      assertThat(tables.stores()).isEqualTo(expected.stores());
      assertThat(tables.sales(StoreId.of("S2"), tables.covers()))
          .isEqualTo(expected.sales(StoreId.of("S2"), expected.covers()));
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void manyRowsOfOneSeries_growTheArrays() {
    StringBuilder text = new StringBuilder("store_id,sku,timestamp,units\n");
    Instant start = Instant.parse("2025-01-07T00:00:00Z");
    for (int i = 999; i >= 0; i--) {
      text.append("S1,A,").append(start.plusSeconds(3600L * i)).append(',').append(i).append('\n');
    }
    new CsvFolder(temporary).text("sales.csv", text.toString());

    InputTables tables = CsvInputs.in(temporary).read();

    SalesSeries series = tables.sales(StoreId.of("S1"), tables.covers()).get(0);
    assertThat(series.size()).isEqualTo(1000);
    for (int i = 0; i < 1000; i++) {
      assertThat(series.thousandthsAt(i)).isEqualTo(1000L * i);
    }
  }
}
