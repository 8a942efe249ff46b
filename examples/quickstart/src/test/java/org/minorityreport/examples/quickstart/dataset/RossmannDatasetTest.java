package org.minorityreport.examples.quickstart.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Campaign;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.RefusedRow;
import org.minorityreport.api.series.SalesSeries;

class RossmannDatasetTest {
  private static final String HEADER =
      "Store,DayOfWeek,Date,Sales,Customers,Open,Promo,StateHoliday,SchoolHoliday";

  /** A Monday. */
  private static final LocalDate FIRST = LocalDate.of(2031, 3, 3);

  private static final int DAYS = 42;

  @TempDir private Path folder;
  private FolderFixture files;

  @BeforeEach
  void writeStores() {
    files =
        new FolderFixture(folder)
            .with(
                "store.csv",
                "\"Store\",\"StoreType\",\"Assortment\",\"CompetitionDistance\"",
                "9001,\"c\",\"a\",1270",
                "9002,\"a\",\"b\",")
            .with("store_states.csv", "Store,State", "9001,XX", "9002,YY");
  }

  @Test
  void sales_areUnits_andClosedDaysAreUnknown() {
    files.with(
        "train.csv", HEADER, "9001,1,2031-03-03,512,9,1,0,0,0", "9001,2,2031-03-04,0,0,0,0,0,0");

    InputTables tables = read();

    SalesSeries series = tables.sales(StoreId.of("9001"), tables.covers()).get(0);
    assertThat(series.id().sku().value()).isEqualTo("sales");
    assertThat(series.size()).isEqualTo(1);
    assertThat(series.thousandthsAt(0)).isEqualTo(512_000);
    assertThat(tables.rowsRead()).isEqualTo(2);
    assertThat(tables.refused()).isEmpty();
  }

  @Test
  void stores_haveTheirStateAsRegion_andTypeAsFormat() {
    files.with("train.csv", HEADER, "9001,1,2031-03-03,512,9,1,0,0,0");

    assertThat(read().stores())
        .extracting(s -> s.region().orElse(""), s -> s.format().orElse(""))
        .containsExactly(tuple("XX", "c"), tuple("YY", "a"));
  }

  @Test
  void promotion_isACampaignPerRunOfDays_withStoresOnlyIfNotAllTakePart() {
    LocalDate second = FIRST.plusDays(14);
    files.with(
        "train.csv",
        rows(
            (store, day) -> isWeekOf(FIRST, day) || (store.equals("9002") && isWeekOf(second, day)),
            (store, day) -> false,
            (store, day) -> "0"));

    assertThat(read().campaigns().orElseThrow())
        .extracting(Campaign::campaignId, Campaign::start, Campaign::end, Campaign::storeIds)
        .containsExactly(
            tuple(
                "promotion_2031-03-03_2031-03-07",
                Instant.parse("2031-03-03T00:00:00Z"),
                Instant.parse("2031-03-08T00:00:00Z"),
                List.of()),
            tuple(
                "promotion_2031-03-17_2031-03-21",
                Instant.parse("2031-03-17T00:00:00Z"),
                Instant.parse("2031-03-22T00:00:00Z"),
                List.of(StoreId.of("9002"))));
  }

  @Test
  void schoolHolidays_bridgeWeekends_andAreFollowedByAWeekOfGoingBack() {
    LocalDate last = FIRST.plusDays(11);
    files.with(
        "train.csv",
        rows(
            (store, day) -> false,
            (store, day) ->
                store.equals("9001") && !day.isAfter(last) && day.getDayOfWeek().getValue() <= 5,
            (store, day) -> "0"));

    assertThat(read().contextEvents().orElseThrow())
        .extracting(ContextEvent::contextId, e -> e.end().orElseThrow(), ContextEvent::regions)
        .containsExactly(
            tuple(
                "back_to_school_2031-03-15_2031-03-21_XX",
                Instant.parse("2031-03-22T00:00:00Z"),
                List.of("XX")),
            tuple(
                "school_2031-03-03_2031-03-14_XX",
                Instant.parse("2031-03-15T00:00:00Z"),
                List.of("XX")));
  }

  @Test
  void schoolHolidays_thatAreShortOrNotOver_haveNoWeekOfGoingBack() {
    LocalDate end = FIRST.plusDays(DAYS);
    files.with(
        "train.csv",
        rows(
            (store, day) -> false,
            (store, day) -> day.equals(FIRST) || !day.isBefore(end.minusDays(8)),
            (store, day) -> "0"));

    assertThat(read().contextEvents().orElseThrow())
        .extracting(ContextEvent::name)
        .containsExactly("School holidays", "School holidays");
  }

  @Test
  void publicHoliday_ofAllRegions_namesNone_andOfOneNamesIt() {
    LocalDate common = FIRST.plusDays(3);
    LocalDate local = FIRST.plusDays(10);
    files.with(
        "train.csv",
        rows(
            (store, day) -> false,
            (store, day) -> false,
            (store, day) ->
                day.equals(common) || (day.equals(local) && store.equals("9002")) ? "a" : "0"));

    assertThat(read().contextEvents().orElseThrow())
        .extracting(ContextEvent::contextId, ContextEvent::regions)
        .containsExactly(
            tuple("public_a_2031-03-06_2031-03-06", List.of()),
            tuple("public_a_2031-03-13_2031-03-13_YY", List.of("YY")));
  }

  @Test
  void weather_ofAState_becomesContextOfThatState() {
    List<String> days =
        new ArrayList<>(List.of("Date;Max_TemperatureC;Max_Gust_SpeedKm_h;Precipitationmm;Events"));
    for (int i = 0; i < 200; i++) {
      days.add(FIRST.plusDays(i) + ";" + 10 + ";" + (i == 7 ? 90 : 20 + i % 3) + ";0.0;Rain");
    }
    files
        .with("train.csv", HEADER, "9001,1,2031-03-03,512,9,1,0,0,0")
        .with("weather/XX.csv", days.toArray(String[]::new));

    List<ContextEvent> events = read().contextEvents().orElseThrow();

    assertThat(events)
        .filteredOn(e -> e.start().equals(Instant.parse("2031-03-10T00:00:00Z")))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.category()).isEqualTo("weather");
              assertThat(e.subtype()).contains("storm");
              assertThat(e.regions()).containsExactly("XX");
              assertThat(e.recordedAt()).isEqualTo(e.end());
            });
  }

  @Test
  void badRows_areRefusedWithFileAndLine() {
    List<String> lines =
        new ArrayList<>(
            List.of(rows((store, day) -> false, (store, day) -> false, (store, day) -> "0")));
    int good = lines.size();
    lines.add("9001,1,03.03.2031,512,9,1,0,0,0");
    lines.add("9999,1,2031-05-01,512,9,1,0,0,0");
    lines.add("9001,1,2031-05-01,512,9,yes,0,0,0");
    lines.add("9001,1,2031-05-01,512,9,1,0,Z,0");
    files.with("train.csv", lines.toArray(String[]::new));

    assertThat(read().refused())
        .extracting(RefusedRow::source, RefusedRow::kind)
        .containsExactly(
            tuple("train.csv:" + (good + 1), "unparseable_time"),
            tuple("train.csv:" + (good + 2), "unknown_store"),
            tuple("train.csv:" + (good + 3), "invalid_value"),
            tuple("train.csv:" + (good + 4), "invalid_value"));
  }

  private static boolean isWeekOf(LocalDate monday, LocalDate day) {
    return !day.isBefore(monday) && day.isBefore(monday.plusDays(5));
  }

  /** The rows of two stores, closed on Sundays. */
  private static String[] rows(Flag promoted, Flag school, Letter holiday) {
    Predicate<LocalDate> open = day -> day.getDayOfWeek() != DayOfWeek.SUNDAY;
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (int i = 0; i < DAYS; i++) {
      LocalDate day = FIRST.plusDays(i);
      for (String store : List.of("9001", "9002")) {
        lines.add(
            store
                + ","
                + day.getDayOfWeek().getValue()
                + ","
                + day
                + (open.test(day) ? ",500,50,1," : ",0,0,0,")
                + (promoted.is(store, day) ? 1 : 0)
                + ","
                + holiday.of(store, day)
                + ","
                + (school.is(store, day) ? 1 : 0));
      }
    }
    return lines.toArray(String[]::new);
  }

  private InputTables read() {
    return CompetitionDatasets.read(folder).orElseThrow();
  }

  /** Whether a day of a store is of a kind. */
  private interface Flag {
    boolean is(String store, LocalDate day);
  }

  /** The kind of holiday of a day of a store. */
  private interface Letter {
    String of(String store, LocalDate day);
  }
}
