package org.minorityreport.api.feed;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.value.Rules;

/**
 * Which places are left out at which times, as a mix model takes its hold-out mask: a row per
 * place, a column per time, true where something is left out. Immutable.
 */
public final class MaskMatrix {
  private final List<String> places;
  private final List<Instant> times;
  private final Cadence cadence;
  private final boolean[][] cells;

  private MaskMatrix(List<String> places, List<Instant> times, Cadence cadence, boolean[][] cells) {
    this.places = List.copyOf(places);
    this.times = List.copyOf(times);
    this.cadence = cadence;
    this.cells = cells;
  }

  /**
   * A matrix.
   *
   * @param places names of its rows
   * @param times starts of its columns, ascending
   * @param cadence length of a column
   * @param cells a row per place, each as long as there are times
   * @return the matrix
   * @throws org.minorityreport.api.error.InvalidValueException if rows or columns do not fit
   */
  public static MaskMatrix of(
      List<String> places, List<Instant> times, Cadence cadence, boolean[][] cells) {
    Rules.check(cells.length == places.size(), "cells", cells.length, "a row per place");
    boolean[][] copy = new boolean[cells.length][];
    for (int i = 0; i < cells.length; i++) {
      Rules.check(cells[i].length == times.size(), "cells", cells[i].length, "a column per time");
      copy[i] = cells[i].clone();
    }
    return new MaskMatrix(places, times, cadence, copy);
  }

  /** {@return names of the rows: store ids, sorted} */
  public List<String> places() {
    return places;
  }

  /** {@return starts of the columns} */
  public List<Instant> times() {
    return times;
  }

  /** {@return length of a column} */
  public Cadence cadence() {
    return cadence;
  }

  /**
   * Whether something is left out.
   *
   * @param place number of the row, from 0
   * @param time number of the column, from 0
   * @return true to hold it out
   */
  public boolean isLeftOut(int place, int time) {
    return cells[place][time];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MaskMatrix that
        && places.equals(that.places)
        && times.equals(that.times)
        && cadence.equals(that.cadence)
        && Arrays.deepEquals(cells, that.cells);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(cells);
  }

  @Override
  public String toString() {
    return places.size() + " places x " + times.size() + " times";
  }
}
