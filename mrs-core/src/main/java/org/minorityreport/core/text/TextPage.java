package org.minorityreport.core.text;

import java.util.Optional;
import org.minorityreport.core.json.CanonicalJson;

/** Lines of text, each at most {@value #WIDTH} characters wide. Not thread-safe. */
public final class TextPage {
  /** Width of a line. */
  public static final int WIDTH = 100;

  private static final String CUT = "...";

  private final StringBuilder text = new StringBuilder();

  /** An empty page. */
  public TextPage() {}

  /**
   * Adds a line, broken at spaces if it is too wide.
   *
   * @param indent how many spaces stand before it; lines that go on have four more
   * @param line what it says
   * @return this page
   */
  public TextPage line(int indent, String line) {
    String rest = line;
    int before = indent;
    while (before + rest.length() > WIDTH) {
      int cut = rest.lastIndexOf(' ', WIDTH - before);
      int end = cut > 0 ? cut : WIDTH - before;
      add(before, rest.substring(0, end));
      rest = rest.substring(end).stripLeading();
      before = indent + 4;
    }
    add(before, rest);
    return this;
  }

  /**
   * Adds a line that is cut where it is too wide.
   *
   * @param indent how many spaces stand before it
   * @param line what it says
   * @return this page
   */
  public TextPage cut(int indent, String line) {
    add(indent, cutTo(line, WIDTH - indent));
    return this;
  }

  /**
   * A text that is no wider than a column.
   *
   * @param text what it says
   * @param width width of the column, 4 or more
   * @return the text, or its beginning and three dots
   */
  public static String cutTo(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - CUT.length()) + CUT;
  }

  /**
   * A text with spaces after it.
   *
   * @param text what it says
   * @param width width of the column
   * @return the text, at least that wide
   */
  public static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /**
   * A value as people read it: text without quotes, all else as JSON.
   *
   * @param value a value as JSON reads; absent values are a dash
   * @return its text, on one line
   */
  public static String value(Optional<?> value) {
    return value.map(TextPage::value).orElse("-");
  }

  private static String value(Object value) {
    String json = CanonicalJson.text(value);
    boolean plain =
        value instanceof String text && json.length() == text.length() + 2 && !text.equals("-");
    return plain ? (String) value : json;
  }

  /** {@return the lines, each with its line break} */
  @Override
  public String toString() {
    return text.toString();
  }

  private void add(int indent, String line) {
    text.append(" ".repeat(indent)).append(line).append('\n');
  }
}
