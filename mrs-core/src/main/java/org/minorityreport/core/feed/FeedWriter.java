package org.minorityreport.core.feed;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.feed.MaskMatrix;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.core.json.CanonicalJson;

/**
 * Writes a feed as JSON Lines or CSV, equal feeds to equal bytes. Values are written as they are
 * read; no part is held as a whole. The writers stay the caller's and are not closed.
 */
public final class FeedWriter {
  private static final char NEW_LINE = '\n';

  private final ProtectionFeed feed;

  /**
   * A writer of a feed.
   *
   * @param feed the feed
   */
  public FeedWriter(ProtectionFeed feed) {
    this.feed = Objects.requireNonNull(feed, "feed");
  }

  /**
   * Writes a part.
   *
   * @param part the part; not the changes, which begin somewhere: {@link #writeChanges}
   * @param format how
   * @param out where to
   * @throws UsageException if the part is that of the changes, or the safety report refuses
   * @throws UncheckedIOException if it cannot be written
   */
  public void write(FeedPart part, FeedFormat format, Writer out) {
    if (part == FeedPart.CHANGES) {
      throw new UsageException("changes are written since some position: use writeChanges");
    }
    write(part, format, out, values -> give(part, values));
  }

  /**
   * Writes what is different from an earlier state.
   *
   * @param since the state that the reader has
   * @param format how
   * @param out where to
   * @throws UsageException as {@link ProtectionFeed#changes} does
   * @throws UncheckedIOException if it cannot be written
   */
  public void writeChanges(AsOf since, FeedFormat format, Writer out) {
    write(FeedPart.CHANGES, format, out, values -> feed.changes(since, values));
  }

  /**
   * Writes the mask as a matrix: CSV with a line per place and a column per time, 1 where something
   * is left out and 0 elsewhere; JSON Lines with an object per place, its times listed in the
   * first.
   *
   * @param column length of a column
   * @param format how
   * @param out where to
   * @throws UsageException if the safety report refuses
   * @throws UncheckedIOException if it cannot be written
   */
  public void writeMatrix(Cadence column, FeedFormat format, Writer out) {
    MaskMatrix matrix = feed.matrix(column);
    if (format == FeedFormat.JSON_LINES) {
      line(out, Map.of("cadence", matrix.cadence(), "times", matrix.times()));
      for (int place = 0; place < matrix.places().size(); place++) {
        line(out, Map.of("place", matrix.places().get(place), "left_out", cells(matrix, place)));
      }
      return;
    }
    CsvWriter csv = csv(out);
    List<String> header = new ArrayList<>(List.of("place"));
    matrix.times().forEach(time -> header.add(time.toString()));
    csv.writeRecord(header);
    for (int place = 0; place < matrix.places().size(); place++) {
      List<String> row = new ArrayList<>(List.of(matrix.places().get(place)));
      cells(matrix, place).forEach(cell -> row.add(cell ? "1" : "0"));
      csv.writeRecord(row);
    }
    flush(csv);
  }

  private static List<Boolean> cells(MaskMatrix matrix, int place) {
    List<Boolean> cells = new ArrayList<>();
    for (int time = 0; time < matrix.times().size(); time++) {
      cells.add(matrix.isLeftOut(place, time));
    }
    return cells;
  }

  private static void flush(CsvWriter csv) {
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void give(FeedPart part, Consumer<Object> values) {
    switch (part) {
      case HEAD -> values.accept(feed.head());
      case ASSESSMENTS -> feed.assessments().forEach(values);
      case SALES -> feed.sales(values);
      case WINDOWS -> feed.windows().forEach(values);
      case SCOPES -> feed.scopes().forEach(values);
      case SAFETY -> values.accept(feed.safety());
      case SHARES -> feed.safety().shares().forEach(values);
      case FINDINGS -> feed.safety().findings().forEach(values);
      case OUTLOOKS -> feed.outlooks().forEach(values);
      case CHANGES -> throw new IllegalArgumentException("changes have a way of their own");
    }
  }

  private static void write(
      FeedPart part, FeedFormat format, Writer out, Consumer<Consumer<Object>> giver) {
    if (format == FeedFormat.JSON_LINES) {
      giver.accept(value -> line(out, value));
      return;
    }
    List<String> columns = part.columns();
    List<String[]> paths = columns.stream().map(column -> column.split("\\.", -1)).toList();
    CsvWriter csv = csv(out);
    csv.writeRecord(columns);
    giver.accept(
        value -> {
          Map<String, Object> fields = CanonicalJson.fields(CanonicalJson.bytes(value));
          csv.writeRecord(paths.stream().map(path -> cell(fields, path)).toList());
        });
    flush(csv);
  }

  private static CsvWriter csv(Writer out) {
    return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
  }

  private static void line(Writer out, Object value) {
    try {
      out.write(CanonicalJson.text(value));
      out.write(NEW_LINE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String cell(Map<String, Object> fields, String[] path) {
    @Nullable Object value = fields;
    for (String name : path) {
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return text(value);
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    boolean nested = value instanceof Map || value instanceof List;
    return nested ? CanonicalJson.text(value) : value.toString();
  }
}
