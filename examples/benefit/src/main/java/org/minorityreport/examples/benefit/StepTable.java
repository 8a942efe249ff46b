package org.minorityreport.examples.benefit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.mock.world.World;

/** The stores and the steps after the warm-up: what each column and row of a table is. */
final class StepTable {
  private final List<Store> stores;
  private final List<String> regions;
  private final Map<StoreId, Integer> rows = new HashMap<>();
  private final Steps steps;
  private final int first;
  private final int[] days;
  private final int[] hours;

  StepTable(World world) {
    this.stores = world.stores();
    for (int i = 0; i < stores.size(); i++) {
      rows.put(stores.get(i).storeId(), i);
    }
    this.regions =
        new ArrayList<>(new TreeSet<>(stores.stream().map(s -> s.region().orElseThrow()).toList()));
    this.steps = world.steps();
    this.first = steps.indexOf(world.firstTick());
    int count = steps.count() - first;
    this.days = new int[count];
    this.hours = new int[count];
    for (int i = 0; i < count; i++) {
      ZonedDateTime local = steps.timeAt(first + i).atZone(DrawnWorld.ZONE);
      LocalDate date = local.toLocalDate();
      days[i] = (int) ChronoUnit.DAYS.between(world.firstDay(), date);
      hours[i] = (local.getDayOfWeek().getValue() - 1) * 24 + local.getHour();
    }
  }

  List<Store> stores() {
    return stores;
  }

  List<String> regions() {
    return regions;
  }

  int count() {
    return days.length;
  }

  /** Local day of a step, counted from the first after the warm-up. */
  int day(int step) {
    return days[step];
  }

  /** Local hour of the week of a step. */
  int hour(int step) {
    return hours[step];
  }

  int row(StoreId store) {
    return Objects.requireNonNull(rows.get(store), "row");
  }

  /** The column of a step; below 0 in the warm-up. */
  int column(Instant step) {
    return steps.indexOf(step) - first;
  }

  double[][] sales(World world) {
    double[][] sold = new double[stores.size()][count()];
    for (int s = 0; s < stores.size(); s++) {
      SalesSeries series = world.sales(stores.get(s).storeId()).get(0);
      for (int i = 0; i < count(); i++) {
        sold[s][i] = series.thousandthsAt(first + i) / 1000.0;
      }
    }
    return sold;
  }
}
