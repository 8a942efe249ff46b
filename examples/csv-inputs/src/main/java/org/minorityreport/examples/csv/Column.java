package org.minorityreport.examples.csv;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One column of the contract in one file: a field of each row, or a constant, or absent. */
final class Column {
  private static final int NONE = -1;

  private final String wireName;
  private final String name;
  private final int index;
  private final @Nullable String constant;

  private Column(String wireName, String name, int index, @Nullable String constant) {
    this.wireName = wireName;
    this.name = name;
    this.index = index;
    this.constant = constant;
  }

  static Column at(String wireName, String name, int index) {
    return new Column(wireName, name, index, null);
  }

  static Column constant(String wireName, String value) {
    return new Column(wireName, wireName, NONE, value);
  }

  static Column absent(String wireName) {
    return new Column(wireName, wireName, NONE, "");
  }

  /** {@return the name that the contract gives it} */
  String wireName() {
    return wireName;
  }

  /** {@return whether neither the file nor the mapping gives it} */
  boolean isAbsent() {
    return constant != null && constant.isEmpty();
  }

  /** {@return the field of a row, empty if it has none} */
  String text(String[] fields) {
    return constant == null ? fields[index] : constant;
  }

  /** {@return the field of a row, which must not be empty} */
  String required(String[] fields) {
    String text = text(fields);
    if (text.isBlank()) {
      throw bad(RefusalKinds.MISSING_VALUE, text, "a value");
    }
    return text;
  }

  Optional<String> optional(String[] fields) {
    String text = text(fields);
    return text.isBlank() ? Optional.empty() : Optional.of(text);
  }

  /** {@return the refusal of a row because of this column} */
  BadRow bad(String kind, String value, String expected) {
    return new BadRow(kind, this + " is " + Quoted.text(value) + ", expected " + expected);
  }

  /** How messages name it: as in the file. */
  @Override
  public String toString() {
    return "column '" + name + "'" + (name.equals(wireName) ? "" : " (" + wireName + ")");
  }
}
