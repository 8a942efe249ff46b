package org.minorityreport.examples.quickstart;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tables as both kinds of rows have them: two lines a row, so that all of it fits the width. */
final class TableColumns {
  private static final int PADDING = 2;

  private TableColumns() {}

  /** {@return a table with headings, its lines without trailing blanks} */
  static <T> String table(List<T> rows, List<ColumnData<T>> columns) {
    return AsciiTable.getTable(
            AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS_NO_OUTSIDE_BORDER, rows, columns)
        .lines()
        .map(String::stripTrailing)
        .collect(Collectors.joining(System.lineSeparator()));
  }

  static <T> ColumnData<T> left(String header, int width, Function<T, String> cell) {
    return column(header, HorizontalAlign.LEFT, width, cell);
  }

  static <T> ColumnData<T> right(String header, int width, Function<T, String> cell) {
    return column(header, HorizontalAlign.RIGHT, width, cell);
  }

  private static <T> ColumnData<T> column(
      String header, HorizontalAlign align, int width, Function<T, String> cell) {
    return new Column()
        .header(header)
        .headerAlign(align)
        .dataAlign(align)
        .maxWidth(width + PADDING, OverflowBehaviour.NEWLINE)
        .with(cell);
  }
}
