package org.minorityreport.examples.quickstart.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DayRunTest {
  private static final LocalDate FIRST = LocalDate.of(2031, 1, 1);

  @Property
  void runs_withoutBridges_holdExactlyTheDays_andNeverTouch(
      @ForAll @Size(max = 30) Set<@IntRange(max = 60) Integer> offsets) {
    SortedSet<LocalDate> days = days(offsets);

    List<DayRun> runs = DayRun.of(days, day -> false);

    List<LocalDate> covered =
        runs.stream().flatMap(run -> run.first().datesUntil(run.last().plusDays(1))).toList();
    assertThat(covered).containsExactlyElementsOf(days);
    for (int i = 1; i < runs.size(); i++) {
      assertThat(runs.get(i).first()).isAfter(runs.get(i - 1).last().plusDays(1));
    }
  }

  @Property
  void runs_withOnlyBridges_areOneFromTheFirstDayToTheLast(
      @ForAll @Size(min = 1, max = 30) Set<@IntRange(max = 60) Integer> offsets) {
    SortedSet<LocalDate> days = days(offsets);

    assertThat(DayRun.of(days, day -> true)).containsExactly(new DayRun(days.first(), days.last()));
  }

  private static SortedSet<LocalDate> days(Set<Integer> offsets) {
    SortedSet<LocalDate> days = new TreeSet<>();
    offsets.forEach(offset -> days.add(FIRST.plusDays(offset)));
    return days;
  }
}
