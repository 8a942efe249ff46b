package org.minorityreport.api.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.ContractException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;

/**
 * A walk over the JSON of a row. Every row that is appended or read passes here, so it looks at
 * each byte once at most and makes no objects: it checks that the row is one object without white
 * space and remembers where the fields are that the log must know. It does not check the grammar of
 * numbers and escapes, nor names that appear twice beyond those fields; {@link StrictJson} does.
 */
final class RowScan {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int DEEPEST = 500;
  private static final int MAX_VERSION_DIGITS = 9;

  private final HeadFields fields;
  private final byte[] json;
  private final int[] from;
  private final int[] to;
  private final boolean[] escaped;
  private boolean escapeMet;
  private int at;
  private int members;

  /** Fields that were met, {@code retracted} aside. */
  private int found;

  /** Fields among them that a retraction has not. */
  private int foundOfContent;

  private int[] compared = new int[16];
  private int comparedCount;

  RowScan(HeadFields fields, byte[] json) {
    this.fields = fields;
    this.json = json;
    this.from = new int[fields.count()];
    this.to = new int[fields.count()];
    this.escaped = new boolean[fields.count()];
  }

  /**
   * Walks as far as the fields are that the log must know: enough for JSON that is known to be
   * sound. Only a retraction says so behind its key.
   */
  void runThroughHead() {
    expect('{');
    do {
      member();
    } while (follows() && (found < fields.count() - 1 || isRetractedNext()));
    requireHead();
  }

  private boolean isRetractedNext() {
    return peek() == '"' && fields.isRetracted(json, at + 1);
  }

  /** Walks over the whole row. */
  void run() {
    expect('{');
    if (peek() != '}') {
      member();
      while (peek() == ',') {
        at++;
        member();
      }
    }
    expect('}');
    if (at != json.length) {
      throw broken("something follows the object");
    }
    if (isRetracted() && members > found - foundOfContent + 1) {
      throw new ContractException("a retraction has nothing but its key");
    }
    requireHead();
  }

  private void requireHead() {
    require(HeadFields.RUN_ID);
    require(HeadFields.WRITTEN_AT);
    require(HeadFields.VERSION);
  }

  boolean has(int field) {
    return to[field] > 0;
  }

  int from(int field) {
    return from[field];
  }

  int to(int field) {
    return to[field];
  }

  boolean isRetracted() {
    return has(HeadFields.RETRACTED) && json[from[HeadFields.RETRACTED]] == 't';
  }

  int version() {
    int start = from[HeadFields.VERSION];
    int end = to[HeadFields.VERSION];
    int version = 0;
    for (int i = start; i < end; i++) {
      version = json[i] < '0' || json[i] > '9' ? -1 : version * 10 + json[i] - '0';
      if (version <= 0 || end - start > MAX_VERSION_DIGITS) {
        String found = new String(json, start, end - start, StandardCharsets.UTF_8);
        throw new ContractException("version " + found + " is not a number from 1 on");
      }
    }
    return version;
  }

  /** What a field says; of a text, without quotes. */
  String text(int field) {
    int start = from[field];
    int end = to[field];
    if (json[start] != '"') {
      return new String(json, start, end - start, StandardCharsets.UTF_8);
    }
    return escaped[field]
        ? unescaped(start, end)
        : new String(json, start + 1, end - start - 2, StandardCharsets.UTF_8);
  }

  /** What a field says as canonical text in quotes; an absent one is empty. */
  String quoted(int field) {
    int start = from[field];
    int end = to[field];
    if (!has(field)) {
      return "\"\"";
    }
    if (json[start] != '"') {
      return '"' + text(field) + '"';
    }
    return escaped[field]
        ? '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text(field))) + '"'
        : new String(json, start, end - start, StandardCharsets.UTF_8);
  }

  /** The members that are compared; null if that is all but the version. */
  @Nullable ByteRanges compared() {
    return fields.allCompared() ? null : new ByteRanges(compared, comparedCount);
  }

  private void member() {
    int start = at;
    members++;
    string();
    int nameFrom = start + 1;
    int nameTo = at - 1;
    expect(':');
    int value = at;
    escapeMet = false;
    value(0);
    int field = fields.find(json, nameFrom, nameTo);
    if (field != HeadFields.NONE) {
      remember(field, value);
    }
    if (!fields.allCompared() && fields.isCompared(json, nameFrom, nameTo)) {
      if (comparedCount + 2 > compared.length) {
        compared = Arrays.copyOf(compared, compared.length * 2);
      }
      compared[comparedCount++] = start;
      compared[comparedCount++] = at;
    }
  }

  private void remember(int field, int value) {
    if (has(field)) {
      throw broken(fields.name(field) + " is there twice");
    }
    if (json[value] == '{' || json[value] == '[') {
      throw broken(fields.name(field) + " is no text and no number");
    }
    escaped[field] = escapeMet;
    from[field] = value;
    to[field] = at;
    found += field == HeadFields.RETRACTED ? 0 : 1;
    foundOfContent += fields.isOfRetractions(field) ? 0 : 1;
  }

  private void value(int depth) {
    switch (peek()) {
      case '"' -> string();
      case '{' -> object(depth + 1);
      case '[' -> array(depth + 1);
      default -> scalar();
    }
  }

  private void object(int depth) {
    checkDepth(depth);
    at++;
    if (peek() != '}') {
      do {
        string();
        expect(':');
        value(depth);
      } while (follows());
    }
    expect('}');
  }

  private void array(int depth) {
    checkDepth(depth);
    at++;
    if (peek() != ']') {
      do {
        value(depth);
      } while (follows());
    }
    expect(']');
  }

  private boolean follows() {
    if (peek() != ',') {
      return false;
    }
    at++;
    return true;
  }

  private void checkDepth(int depth) {
    if (depth > DEEPEST) {
      throw broken("it is nested more than " + DEEPEST + " deep");
    }
  }

  private void string() {
    expect('"');
    int i = at;
    byte[] bytes = json;
    while (i < bytes.length) {
      byte b = bytes[i++];
      if (b == '"') {
        at = i;
        return;
      }
      if (b == '\\') {
        escapeMet = true;
        i++;
      } else if (b >= 0 && b < ' ') {
        at = i;
        throw broken("a control character stands in a text");
      }
    }
    at = bytes.length;
    throw broken("a text does not end");
  }

  /** A number, true, false or null. */
  private void scalar() {
    int start = at;
    byte[] bytes = json;
    int i = start;
    while (i < bytes.length && isOfScalar(bytes[i])) {
      i++;
    }
    at = i;
    boolean isWord = i > start && bytes[start] >= 'a';
    if (i == start || (isWord && !isLiteral(start, i))) {
      throw broken("no value");
    }
  }

  private static boolean isOfScalar(byte b) {
    return (b >= '0' && b <= '9')
        || (b >= 'a' && b <= 'z')
        || b == '.'
        || b == '-'
        || b == '+'
        || b == 'E';
  }

  private boolean isLiteral(int start, int end) {
    String word = new String(json, start, end - start, StandardCharsets.US_ASCII);
    return word.equals("true") || word.equals("false") || word.equals("null");
  }

  private String unescaped(int start, int end) {
    try (JsonParser parser =
        JSON.createParser(ObjectReadContext.empty(), json, start, end - start)) {
      parser.nextToken();
      return parser.getString();
    } catch (JacksonException e) {
      throw new ContractException("no text at byte " + start + ": " + e.getOriginalMessage(), e);
    }
  }

  private void require(int field) {
    if (!has(field)) {
      throw new ContractException("no " + fields.name(field));
    }
  }

  private int peek() {
    return at < json.length ? json[at] : -1;
  }

  private void expect(char expected) {
    if (peek() != expected) {
      throw broken("no " + expected);
    }
    at++;
  }

  private ContractException broken(String what) {
    return new ContractException(what + ", at byte " + at);
  }
}
