package org.minorityreport.examples.quickstart.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.InvalidInputException;
import org.minorityreport.api.input.Delivery;

/** Reads one CSV file of a set from top to bottom; every line is a row. Immutable. */
final class TableReader {
  private final Path folder;
  private final String name;
  private final char delimiter;
  private final List<String> needed;

  /**
   * A reader of a file.
   *
   * @param folder the folder of the set
   * @param name the file, from there
   * @param delimiter what stands between fields
   * @param needed columns that it must have
   */
  TableReader(Path folder, String name, char delimiter, List<String> needed) {
    this.folder = folder;
    this.name = name;
    this.delimiter = delimiter;
    this.needed = needed;
  }

  /**
   * Hands over all rows.
   *
   * @param refusals takes those that cannot be used
   * @param table stands before the codes of refusals, empty for sales
   * @param use takes a row, or throws {@link BadRow}
   * @return what was read, with the digest of its bytes
   * @throws InvalidInputException if the file cannot be read or lacks a column
   */
  Delivery read(Refusals refusals, String table, Consumer<TableRow> use) {
    Path path = folder.resolve(name);
    MessageDigest digest = sha256();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new DigestInputStream(Files.newInputStream(path), digest),
                StandardCharsets.UTF_8))) {
      Map<String, Integer> columns = header(path, lines.readLine());
      int number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          take(line, number, columns, refusals, table, use);
        }
      }
    } catch (IOException e) {
      throw new InvalidInputException(
          path.toString(), "cannot be read (" + e + "); expected a readable CSV file", e);
    }
    String file = String.valueOf(path.getFileName());
    return Delivery.builder().name(file).digest(HexFormat.of().formatHex(digest.digest())).build();
  }

  private Map<String, Integer> header(Path path, @Nullable String line) {
    Map<String, Integer> columns = new HashMap<>();
    List<String> names = line == null ? List.of() : fields(line);
    for (int i = 0; i < names.size(); i++) {
      columns.putIfAbsent(names.get(i).replace("\uFEFF", "").strip(), i);
    }
    if (!columns.keySet().containsAll(needed)) {
      throw new InvalidInputException(
          path.toString(),
          "line 1: the columns are " + names + ", expected " + needed + " among them");
    }
    return columns;
  }

  private void take(
      String line,
      int number,
      Map<String, Integer> columns,
      Refusals refusals,
      String table,
      Consumer<TableRow> use) {
    String source = name + ":" + number;
    refusals.countRow();
    try {
      List<String> fields = fields(line);
      if (fields.size() != columns.size()) {
        throw BadRow.line(
            BadRow.WRONG_COLUMN_COUNT,
            "the line has "
                + fields.size()
                + " columns, expected "
                + columns.size()
                + " as in the header");
      }
      use.accept(new TableRow(source, line, columns, fields));
    } catch (BadRow e) {
      refusals.add(table + e.kind(), source, line, e.reason());
    }
  }

  /** Only a line with a quote needs a parser. */
  private List<String> fields(String line) {
    if (line.indexOf('"') < 0) {
      return plainFields(line);
    }
    try {
      return CsvReader.builder().fieldSeparator(delimiter).ofSingleCsvRecord(line).getFields();
    } catch (CsvParseException e) {
      throw BadRow.line(
          BadRow.UNPARSEABLE_ROW, "the line is no CSV record, expected every quote to be closed");
    }
  }

  private List<String> plainFields(String line) {
    List<String> fields = new ArrayList<>();
    int start = 0;
    for (int end = line.indexOf(delimiter); end >= 0; end = line.indexOf(delimiter, start)) {
      fields.add(line.substring(start, end));
      start = end + 1;
    }
    fields.add(line.substring(start));
    return fields;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
