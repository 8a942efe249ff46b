package org.minorityreport.examples.csv;

/** A value as it stands in a message: in quotes, control characters visible, cut when long. */
final class Quoted {
  private static final int MAX_CHARS = 100;

  private Quoted() {}

  static String text(String value) {
    StringBuilder out = new StringBuilder("'");
    for (int i = 0; i < Math.min(value.length(), MAX_CHARS); i++) {
      char c = value.charAt(i);
      if (Character.isISOControl(c)) {
        String hex = Integer.toHexString(c);
        out.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
      } else {
        out.append(c);
      }
    }
    if (value.length() > MAX_CHARS) {
      out.append("... (").append(value.length()).append(" characters)");
    }
    return out.append('\'').toString();
  }
}
