package org.minorityreport.examples.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.RefusedRow;
import org.minorityreport.api.series.SalesSeries;

/**
 * What is read does not depend on the order of rows, and is what a plain map of rows would give.
 */
class RowOrderTest {
  private static final int HOURS = 6;

  /** One row of sales; units below zero are refused. */
  private record Sold(String store, String sku, int hour, int units) {
    @Override
    public String toString() {
      return store + "," + sku + ",2025-01-07T0" + hour + ":00:00Z," + units;
    }

    String step() {
      return store + sku + hour;
    }
  }

  @Provide
  Arbitrary<List<Sold>> rows() {
    return Combinators.combine(
            Arbitraries.of("S1", "S2", "S3"),
            Arbitraries.of("A", "B"),
            Arbitraries.integers().between(0, HOURS - 1),
            Arbitraries.integers().between(-1, 3))
        .as(Sold::new)
        .list()
        .ofMaxSize(60);
  }

  @Provide
  Arbitrary<List<List<Sold>>> orders() {
    return rows().flatMap(rows -> Arbitraries.shuffle(rows).map(other -> List.of(rows, other)));
  }

  @Property(tries = 100)
  void shuffledRows_giveEqualSnapshots(
      @ForAll("orders") List<List<Sold>> orders, @ForAll boolean zeroIfOpen) throws IOException {
    InputTables one = read(orders.get(0), zeroIfOpen);
    InputTables other = read(orders.get(1), zeroIfOpen);

    assertThat(other.covers()).isEqualTo(one.covers());
    assertThat(other.stores()).isEqualTo(one.stores());
    assertThat(sales(other)).isEqualTo(sales(one));
    assertThat(payloads(other)).isEqualTo(payloads(one));
  }

  @Property(tries = 100)
  void steps_areKnownIfTheirRowsAgree(@ForAll("rows") List<Sold> rows) throws IOException {
    SortedMap<String, SortedSet<Integer>> values = new TreeMap<>();
    rows.stream()
        .filter(row -> !row.store().equals("S3") && row.units() >= 0)
        .forEach(row -> values.computeIfAbsent(row.step(), k -> new TreeSet<>()).add(row.units()));
    SortedMap<String, Integer> expected = new TreeMap<>();
    values.forEach(
        (step, units) -> {
          if (units.size() == 1) {
            expected.put(step, units.first());
          }
        });

    assertThat(known(read(rows, false))).isEqualTo(expected);
  }

  private static Map<String, Integer> known(InputTables tables) {
    SortedMap<String, Integer> known = new TreeMap<>();
    for (SalesSeries series : sales(tables)) {
      for (int i = 0; i < series.size(); i++) {
        if (series.isKnown(i)) {
          String hour = series.steps().timeAt(i).toString().substring(12, 13);
          String step = series.id().store().value() + series.id().sku().value() + hour;
          known.put(step, (int) series.unitsAt(i));
        }
      }
    }
    return known;
  }

  private static List<SalesSeries> sales(InputTables tables) {
    return Stream.of("S1", "S2")
        .flatMap(store -> tables.sales(StoreId.of(store), tables.covers()).stream())
        .toList();
  }

  private static List<String> payloads(InputTables tables) {
    return tables.refused().stream().map(RefusedRow::payload).sorted().toList();
  }

  private static InputTables read(List<Sold> rows, boolean zeroIfOpen) throws IOException {
    Path temporary = Files.createTempDirectory("rows");
    try {
      return new CsvFolder(temporary)
          .mapping(
              "'cadence':'PT1H','max_refused_share':1,'absent_means':'"
                  + (zeroIfOpen ? "zero_if_open" : "unknown")
                  + "'")
          .sales(rows.stream().map(Sold::toString).toList())
          .read();
    } finally {
      for (String file : List.of("sales.csv", "stores.csv", "mapping.json")) {
        Files.deleteIfExists(temporary.resolve(file));
      }
      Files.delete(temporary);
    }
  }
}
