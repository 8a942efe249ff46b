package org.minorityreport.api.id;

import org.minorityreport.api.value.Rules;

/** The form that computed ids share: a prefix of three characters and 32 lower-case hex digits. */
final class HexId {
  private static final int DIGITS = 32;

  private HexId() {}

  static String checked(String field, String prefix, String value) {
    boolean good = value.length() == prefix.length() + DIGITS && value.startsWith(prefix);
    for (int i = prefix.length(); good && i < value.length(); i++) {
      char c = value.charAt(i);
      good = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
    if (!good) {
      Rules.check(
          false,
          field,
          Rules.quoted(value),
          "'" + prefix + "' and " + DIGITS + " lower-case hex digits");
    }
    return value;
  }
}
