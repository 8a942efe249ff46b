package org.minorityreport.examples.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.error.InvalidInputException;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Delivery;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.RefusedRow;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.TimeSpan;

/** Several deliveries of sales in one folder: by file name, by the mapping, by a column. */
class DeliveriesTest {
  private static final String HEADER = "store_id,sku,timestamp,units\n";
  private static final Instant LATER = Instant.parse("2025-08-08T04:00:00Z");
  private static final TimeSpan ALWAYS = TimeSpan.of(Instant.MIN, Instant.MAX);

  @TempDir Path folder;

  @Test
  void file_withATimeInItsName_correctsTheFirst() throws Exception {
    write("sales.csv", HEADER + row(9, 1) + row(10, 2));
    write("sales-20250808T0400Z.csv", HEADER + row(10, 20));

    InputTables tables = read("");

    assertThat(units(tables)).containsExactly(1L, 20L);
    assertThat(tables.deliveries())
        .extracting(Delivery::name)
        .containsExactly("sales.csv", "sales-20250808T0400Z.csv");
    assertThat(tables.deliveries().get(1).deliveredAt()).contains(LATER);
    assertThat(tables.rowsAbout(tables.deliveries().get(1), LATER)).isEqualTo(1);
  }

  @Test
  void mapping_saysWhen_andWinsOverTheName() throws Exception {
    write("sales-20250808T0400Z.csv", HEADER + row(9, 1) + row(10, 2));
    write("sales-b.csv", HEADER + row(10, 20));

    String deliveries =
        ",\"deliveries\":{\"sales-20250808T0400Z.csv\":\"2025-08-09T04:00:00Z\","
            + "\"sales-b.csv\":\"2025-08-08T05:00:00Z\"}";

    assertThat(units(read(deliveries))).containsExactly(1L, 2L);
  }

  @Test
  void column_makesADeliveryOfEachTime() throws Exception {
    write(
        "sales.csv",
        """
        store_id,sku,timestamp,units,delivered_at
        s1,cola,2025-08-07T10:00:00Z,20,2025-08-08T05:00:00Z
        s1,cola,2025-08-07T09:00:00Z,1,2025-08-08T04:00:00Z
        s1,cola,2025-08-07T10:00:00Z,2,2025-08-08T04:00:00Z
        s1,cola,2025-08-08T05:00:00Z,9,2025-08-08T04:00:00Z
        s1,cola,2025-08-07T11:00:00Z,3,yesterday
        """);

    InputTables tables = read("");

    assertThat(units(tables)).containsExactly(1L, 20L);
    assertThat(tables.deliveries())
        .extracting(Delivery::name)
        .containsExactly("sales.csv@2025-08-08T04:00:00Z", "sales.csv@2025-08-08T05:00:00Z");
    assertThat(tables.refused())
        .extracting(RefusedRow::kind)
        .containsExactly("after_delivery", "unparseable_time");
  }

  @Test
  void twoValues_inFilesOfOneTime_areBothRefused() throws Exception {
    write("sales.csv", HEADER + row(9, 1) + row(10, 2));
    write("sales-b.csv", HEADER + row(10, 3));

    InputTables tables = read("");

    assertThat(units(tables)).containsExactly(1L, SalesSeries.UNKNOWN);
    assertThat(tables.refused())
        .extracting(RefusedRow::kind)
        .containsExactly("conflicting_values", "conflicting_values");
  }

  @Test
  void contradictionOfALaterFile_makesTheStepUnknown() throws Exception {
    write("sales.csv", HEADER + row(9, 1) + row(10, 2));
    write("sales-20250808T0400Z.csv", HEADER + row(10, 3) + row(10, 4));

    assertThat(units(read(""))).containsExactly(1L, SalesSeries.UNKNOWN);
  }

  @Test
  void time_inAName_thatDoesNotExist_isRefused() throws Exception {
    write("sales.csv", HEADER + row(9, 1));
    write("sales-20250832T0400Z.csv", HEADER + row(9, 1));

    assertThatThrownBy(() -> read(""))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("2025-08-32T04:00:00Z");
  }

  @Test
  void folder_readAnew_hasWhatCameSince() throws Exception {
    write("sales.csv", HEADER + row(9, 1) + row(10, 2));
    write("stores.csv", "store_id,retailer\ns1,R\n");
    write("mapping.json", "{\"cadence\":\"PT1H\"}");
    CsvInputs inputs = CsvInputs.in(folder);
    inputs.at(LATER);
    write("sales-20250808T0400Z.csv", HEADER + row(10, 20));

    assertThat(units((InputTables) inputs.at(LATER))).containsExactly(1L, 2L);
    inputs.reread();
    assertThat(units((InputTables) inputs.at(LATER))).containsExactly(1L, 20L);
  }

  private InputTables read(String more) throws Exception {
    write("stores.csv", "store_id,retailer\ns1,R\n");
    write("mapping.json", "{\"cadence\":\"PT1H\",\"max_refused_share\":1" + more + "}");
    return CsvInputs.in(folder).read();
  }

  private void write(String name, String text) throws Exception {
    Files.writeString(folder.resolve(name), text);
  }

  private static String row(int hour, int units) {
    return String.format(Locale.ROOT, "s1,cola,2025-08-07T%02d:00:00Z,%d%n", hour, units);
  }

  private static List<Long> units(InputTables tables) {
    SalesSeries sold = tables.sales(StoreId.of("s1"), ALWAYS).get(0);
    return IntStream.range(0, sold.size())
        .mapToObj(i -> sold.isKnown(i) ? sold.thousandthsAt(i) / 1000 : sold.thousandthsAt(i))
        .toList();
  }
}
