package org.minorityreport.examples.quickstart.dataset;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Campaign;
import org.minorityreport.api.input.ContextEvent;

/**
 * What the daily rows of stores say of promotions and holidays; one thread at a time.
 *
 * <p>A promotion is a run of promoted days, equal runs of several stores being one. So is a holiday
 * with its regions. School holidays of some length are followed by a week of going back to school.
 */
final class ChainCalendar {
  private static final String SCHOOL = "school";
  private static final String PUBLIC = "public_";

  /** Shorter breaks are days off, after which nobody buys for school. */
  private static final int MIN_SCHOOL_HOLIDAYS = 5;

  private static final int BACK_TO_SCHOOL_DAYS = 7;

  private final FlaggedDays<StoreId> promoted = new FlaggedDays<>();
  private final RegionDays holidays = new RegionDays();

  void promotion(StoreId store, LocalDate day, boolean isPromoted) {
    promoted.add(store, day, isPromoted);
  }

  /**
   * Notes what a row says of its day.
   *
   * @param region the region of the store
   * @param day the day
   * @param publicHoliday the letter of a kind of public holiday, 0 for none
   * @param schoolHoliday whether schools are closed
   */
  void holidays(String region, LocalDate day, String publicHoliday, boolean schoolHoliday) {
    holidays.addRow(region, day);
    if (!publicHoliday.equals("0")) {
      holidays.vote(PUBLIC + publicHoliday, region, day);
    }
    if (schoolHoliday) {
      holidays.vote(SCHOOL, region, day);
    }
  }

  /** {@return the promotions by time} */
  List<Campaign> campaigns() {
    List<Campaign> campaigns = new ArrayList<>();
    promoted
        .runs(day -> false)
        .forEach(
            (run, stores) ->
                campaigns.add(
                    Campaign.builder()
                        .campaignId("promotion_" + run)
                        .name("Promotion")
                        .channel("store")
                        .category("trade_promotion")
                        .start(run.start())
                        .end(run.end())
                        .storeIds(promoted.isEverywhere(run, stores) ? List.of() : stores)
                        .build()));
    return campaigns;
  }

  /** {@return the holidays, and for those of schools the week that follows them} */
  List<ContextEvent> events() {
    List<ContextEvent> events = new ArrayList<>();
    for (String kind : holidays.kinds()) {
      boolean isSchool = kind.equals(SCHOOL);
      FlaggedDays<String> days = holidays.of(kind);
      SortedMap<DayRun, List<String>> runs = days.runs(day -> isSchool && isWeekend(day));
      String name = isSchool ? "School holidays" : "Public holiday";
      String subtype = isSchool ? "school_holiday" : "public_holiday";
      runs.forEach((run, in) -> events.add(event(kind, name, subtype, run, places(days, run, in))));
      if (isSchool) {
        weeksAfter(runs)
            .forEach(
                (week, in) ->
                    events.add(
                        event(
                            "back_to_school",
                            "Back to school",
                            "season",
                            week,
                            places(days, week, in))));
      }
    }
    return events;
  }

  /** Rows say of a weekend within school holidays that it is none: schools are closed anyway. */
  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
  }

  private static List<String> places(FlaggedDays<String> days, DayRun run, List<String> regions) {
    return days.isEverywhere(run, regions) ? List.of() : regions;
  }

  /** The first week of school of each region; holidays that the rows end with are not over. */
  private SortedMap<DayRun, List<String>> weeksAfter(SortedMap<DayRun, List<String>> runs) {
    SortedMap<DayRun, List<String>> weeks = new TreeMap<>();
    runs.forEach(
        (run, regions) -> {
          if (run.days() >= MIN_SCHOOL_HOLIDAYS && run.last().isBefore(holidays.lastDay())) {
            LocalDate first = run.last().plusDays(1);
            weeks
                .computeIfAbsent(
                    new DayRun(first, first.plusDays(BACK_TO_SCHOOL_DAYS - 1)),
                    k -> new ArrayList<>())
                .addAll(regions);
          }
        });
    weeks.values().forEach(Collections::sort);
    return weeks;
  }

  private static ContextEvent event(
      String kind, String name, String subtype, DayRun run, List<String> regions) {
    String id = kind + "_" + run + (regions.isEmpty() ? "" : "_" + String.join("+", regions));
    return ContextEvent.builder()
        .contextId(id)
        .category("calendar")
        .subtype(subtype)
        .name(name)
        .start(run.start())
        .end(run.end())
        .regions(regions)
        .source("calendar of the rows of sales")
        .build();
  }
}
