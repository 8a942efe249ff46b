package org.minorityreport.examples.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.minorityreport.api.error.InvalidInputException;

/**
 * The rows of one file from top to bottom; one thread at a time.
 *
 * <p>Every line is a row. So a quote that is never closed costs its own line and not the rest of
 * the file, and the raw text of a row is at hand. Only lines with a quote need a CSV parser; the
 * others are cut at the delimiter.
 */
final class CsvFile implements Closeable {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char UNDECODABLE = '\uFFFD';
  private static final int BUFFER_CHARS = 1 << 16;

  private final Path path;
  private final char delimiter;
  private final MessageDigest digest;
  private final BufferedReader lines;
  private final CsvReader.CsvReaderBuilder parser;

  private int columns = -1;
  private int line;
  private String raw = "";
  private String[] fields = {};

  private CsvFile(Path path, char delimiter, MessageDigest digest, InputStream bytes) {
    this.path = path;
    this.delimiter = delimiter;
    this.digest = digest;
    this.lines =
        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), BUFFER_CHARS);
    this.parser = CsvReader.builder().fieldSeparator(delimiter).allowUnclosedQuote(false);
  }

  static CsvFile open(Path path, char delimiter) {
    try {
      if (Files.isDirectory(path)) {
        throw new IOException("it is a folder");
      }
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      InputStream bytes = new DigestInputStream(Files.newInputStream(path), digest);
      return new CsvFile(path, delimiter, digest, bytes);
    } catch (IOException e) {
      throw unreadable(path, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** {@return the names in the first line that is not blank} */
  String[] header(TableKind kind) {
    if (!next()) {
      throw new InvalidInputException(
          path.toString(), "is empty; expected a header with " + kind.expectation());
    }
    if (!raw.isEmpty() && raw.charAt(0) == BYTE_ORDER_MARK) {
      raw = raw.substring(1);
    }
    try {
      split();
    } catch (BadRow e) {
      throw new InvalidInputException(
          path.toString(), "line " + line + ": header " + Quoted.text(raw) + ": " + e.message(), e);
    }
    columns = fields.length;
    return fields.clone();
  }

  /** Moves to the next line that is not blank. */
  boolean next() {
    try {
      String text = lines.readLine();
      line++;
      while (text != null && isBlank(text)) {
        text = lines.readLine();
        line++;
      }
      raw = text == null ? "" : text;
      return text != null;
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private boolean isBlank(String text) {
    return text.isBlank() && text.indexOf(delimiter) < 0;
  }

  /** {@return the number of the line, the first being 1} */
  int line() {
    return line;
  }

  /** {@return the line as it stands in the file} */
  String raw() {
    return raw;
  }

  /** {@return the fields of the line, as many as the header has; valid until the next call} */
  String[] split() {
    if (raw.indexOf(UNDECODABLE) >= 0) {
      throw new BadRow(
          RefusalKinds.UNREADABLE_TEXT,
          "the line is " + Quoted.text(raw) + ", expected text in UTF-8");
    }
    if (raw.indexOf('"') >= 0) {
      fields = parse();
      checkCount(fields.length);
    } else {
      cut();
    }
    return fields;
  }

  private void cut() {
    int count = 1;
    for (int i = raw.indexOf(delimiter); i >= 0; i = raw.indexOf(delimiter, i + 1)) {
      count++;
    }
    checkCount(count);
    if (fields.length != count) {
      fields = new String[count];
    }
    int start = 0;
    for (int i = 0; i < count - 1; i++) {
      int end = raw.indexOf(delimiter, start);
      fields[i] = raw.substring(start, end);
      start = end + 1;
    }
    fields[count - 1] = raw.substring(start);
  }

  private String[] parse() {
    try {
      return parser.ofSingleCsvRecord(raw).getFields().toArray(new String[0]);
    } catch (CsvParseException e) {
      throw new BadRow(
          RefusalKinds.UNPARSEABLE_ROW,
          "the line is "
              + Quoted.text(raw)
              + ", expected every quoted field to be closed on it and followed by a delimiter");
    }
  }

  private void checkCount(int count) {
    if (columns >= 0 && count != columns) {
      throw new BadRow(
          RefusalKinds.WRONG_COLUMN_COUNT,
          "the line has " + count + " columns, expected " + columns + " as in the header");
    }
  }

  /**
   * {@return the SHA-256 of the bytes read, as hex: of the whole file once there is no next row}
   */
  String digest() {
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static InvalidInputException unreadable(Path path, IOException e) {
    return new InvalidInputException(
        path.toString(), "cannot be read (" + e + "); expected a readable CSV file", e);
  }
}
