package org.minorityreport.examples.quickstart.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.error.InvalidInputException;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.RefusedRow;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.series.SalesSeries;

class FavoritaDatasetTest {
  private static final String TICKETS_HEADER = "date,store_nbr,transactions";
  private static final int MANY = 200;

  @TempDir private Path folder;
  private FolderFixture files;

  @BeforeEach
  void writeStores() {
    files =
        new FolderFixture(folder)
            .with(
                "stores.csv",
                "store_nbr,city,state,type,cluster",
                "901,Northtown,Upland,A,3",
                "902,Southtown,Lowland,B,4");
  }

  @Test
  void tickets_areUnitsOfOneSku_andClosedDaysAreUnknown() {
    files.with("transactions.csv", TICKETS_HEADER, "2/9/2031,901,770", "2/11/2031,901,0");

    SalesSeries series = onlySeries(read(), "901");

    assertThat(series.id().sku().value()).isEqualTo("tickets");
    assertThat(series.steps().from()).isEqualTo(Instant.parse("2031-02-09T00:00:00Z"));
    assertThat(series.thousandthsAt(0)).isEqualTo(770_000);
    assertThat(series.isKnown(1)).isFalse();
    assertThat(series.thousandthsAt(2)).isZero();
  }

  @Test
  void stores_haveStateAsRegion_andTypeAsFormat() {
    files.with("transactions.csv", TICKETS_HEADER, "2/9/2031,901,770");

    Store store = read().stores().get(0);

    assertThat(store.city()).contains("Northtown");
    assertThat(store.region()).contains("Upland");
    assertThat(store.format()).contains("A");
    assertThat(store.attributes()).containsEntry("cluster", "3");
  }

  @Test
  void calendar_localeSaysThePlace_andATransferredRowIsNoHoliday() {
    files
        .with("transactions.csv", TICKETS_HEADER, "2/9/2031,901,770")
        .with(
            "holidays_events.csv",
            "date,type,locale,locale_name,description,transferred",
            "2/9/2031,Holiday,National,Anyland,Day A,FALSE",
            "2/10/2031,Holiday,Regional,Upland,Day B,False",
            "2/11/2031,Bridge,Local,Northtown,Day C,FALSE",
            "2/12/2031,Holiday,National,Anyland,Day D,TRUE",
            "2/14/2031,Transfer,National,Anyland,Day D moved,FALSE",
            "2/15/2031,Work Day,National,Anyland,Day E,FALSE");

    Map<String, ContextEvent> events =
        read().contextEvents().orElseThrow().stream()
            .collect(Collectors.toMap(ContextEvent::name, Function.identity()));

    assertThat(events).containsOnlyKeys("Day A", "Day B", "Day C", "Day D moved", "Day E");
    assertThat(events.get("Day A").regions()).isEmpty();
    assertThat(events.get("Day A").cities()).isEmpty();
    assertThat(events.get("Day A").start()).isEqualTo(Instant.parse("2031-02-09T00:00:00Z"));
    assertThat(events.get("Day A").end()).contains(Instant.parse("2031-02-10T00:00:00Z"));
    assertThat(events.get("Day B").regions()).containsExactly("Upland");
    assertThat(events.get("Day C").cities()).containsExactly("Northtown");
    assertThat(events.get("Day C").subtype()).contains("bridge_day");
    assertThat(events.get("Day D moved").subtype()).contains("public_holiday");
    assertThat(events.get("Day E").subtype()).contains("work_day");
    assertThat(events.get("Day E").contextId()).isEqualTo("holidays_events.csv:7");
    assertThat(events.values()).allMatch(event -> event.category().equals("calendar"));
  }

  @Test
  void sources_thatAreNotThere_areMissingAndNotEmpty() {
    files.with("transactions.csv", TICKETS_HEADER, "2/9/2031,901,770");

    InputTables tables = read();

    assertThat(tables.campaigns()).isEmpty();
    assertThat(tables.contextEvents()).isEmpty();
  }

  @Test
  void badRows_areRefusedWithFileLineColumnAndValue() {
    List<String> lines = manyGoodRows();
    lines.add("13/45/2031,901,1");
    lines.add("2/30/2031,901,1");
    lines.add("6/1/2032,902,-5");
    lines.add("6/1/2032,777,5");
    lines.add("6/1/2032,902,many");
    lines.add("6/1/2032,902");
    files.with("transactions.csv", lines.toArray(String[]::new));

    InputTables tables = read();

    assertThat(tables.rowsRead()).isEqualTo(MANY + 5);
    assertThat(tables.refused())
        .extracting(RefusedRow::source, RefusedRow::kind)
        .containsExactly(
            row(1, "unparseable_time"),
            row(2, "unparseable_time"),
            row(3, "negative_units"),
            row(4, "unknown_store"),
            row(5, "unparseable_number"),
            row(6, "wrong_column_count"));
    assertThat(tables.refused().get(2).message())
        .isEqualTo("column 'transactions' is '-5', expected 0 or more");
    assertThat(tables.refused().get(2).payload()).isEqualTo("6/1/2032,902,-5");
  }

  @Test
  void twoValues_forOneDay_refuseBoth_butTheSameRowTwiceIsHarmless() {
    List<String> lines = manyGoodRows();
    lines.add("6/1/2032,902,5");
    lines.add("6/1/2032,902,6");
    lines.add("6/2/2032,902,7");
    lines.add("6/2/2032,902,7");
    files.with("transactions.csv", lines.toArray(String[]::new));

    InputTables tables = read();

    assertThat(tables.refused())
        .extracting(RefusedRow::source, RefusedRow::kind)
        .containsExactly(row(1, "conflicting_values"), row(2, "conflicting_values"));
    assertThat(tables.refused().get(0).message())
        .contains("'5' but '6' in transactions.csv:" + (MANY + 3));
    SalesSeries series = onlySeries(tables, "902");
    assertThat(series.isKnown(series.size() - 2)).isFalse();
    assertThat(series.thousandthsAt(series.size() - 1)).isEqualTo(7_000);
  }

  @Test
  void tooManyBadRows_stopTheRun_showingTheFirst() {
    files.with("transactions.csv", TICKETS_HEADER, "2/9/2031,901,770", "nonsense,901,1");

    assertThatThrownBy(this::read)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("1 of 4 rows cannot be used")
        .hasMessageContaining("transactions.csv:3: unparseable_time: column 'date' is 'nonsense'");
  }

  @Test
  void missingColumn_isNamedWithTheFile() {
    files.with("transactions.csv", "date,store_nbr,tickets", "2/9/2031,901,770");

    assertThatThrownBy(this::read)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("transactions.csv")
        .hasMessageContaining("[date, store_nbr, tickets]")
        .hasMessageContaining("transactions");
  }

  private static List<String> manyGoodRows() {
    List<String> lines = new ArrayList<>(List.of(TICKETS_HEADER));
    LocalDate first = LocalDate.of(2031, 2, 9);
    for (int i = 0; i < MANY; i++) {
      LocalDate day = first.plusDays(i);
      lines.add(
          day.getMonthValue() + "/" + day.getDayOfMonth() + "/" + day.getYear() + ",901," + i);
    }
    return lines;
  }

  private static Tuple row(int bad, String kind) {
    return Tuple.tuple("transactions.csv:" + (MANY + 1 + bad), kind);
  }

  private static SalesSeries onlySeries(InputTables tables, String store) {
    List<SalesSeries> series = tables.sales(StoreId.of(store), tables.covers());
    assertThat(series).hasSize(1);
    return series.get(0);
  }

  private InputTables read() {
    return CompetitionDatasets.read(folder).orElseThrow();
  }
}
