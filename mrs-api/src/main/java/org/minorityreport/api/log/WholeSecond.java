package org.minorityreport.api.log;

/** Reads instants such as {@code 2025-08-07T16:00:00Z} at the speed of a log. */
final class WholeSecond {
  /** What is found where something else stands. */
  static final long NONE = Long.MIN_VALUE;

  private static final String SHAPE = "0000-00-00T00:00:00Z";
  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private WholeSecond() {}

  /** Seconds since 1970, or {@link #NONE}. */
  static long of(byte[] text, int from, int to) {
    if (!hasShape(text, from, to)) {
      return NONE;
    }
    int year = number(text, from, 4);
    int month = number(text, from + 5, 2);
    int day = number(text, from + 8, 2);
    int hour = number(text, from + 11, 2);
    int minute = number(text, from + 14, 2);
    int second = number(text, from + 17, 2);
    if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) {
      return NONE;
    }
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (day > DAYS[month - 1] + (leap && month == 2 ? 1 : 0)) {
      return NONE;
    }
    return day(year, month, day) * 86_400L + hour * 3600L + minute * 60L + second;
  }

  private static boolean hasShape(byte[] text, int from, int to) {
    if (to - from != SHAPE.length()) {
      return false;
    }
    for (int i = 0; i < SHAPE.length(); i++) {
      byte found = text[from + i];
      char expected = SHAPE.charAt(i);
      if (expected == '0' ? found < '0' || found > '9' : found != expected) {
        return false;
      }
    }
    return true;
  }

  private static int number(byte[] text, int from, int digits) {
    int number = 0;
    for (int i = from; i < from + digits; i++) {
      number = number * 10 + text[i] - '0';
    }
    return number;
  }

  /**
   * Days since 1970-01-01. The year begins in March, so that the leap day is its last; of a month
   * counted from March, {@code (153 m + 2) / 5} days lie before it. After H. Hinnant,
   * "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
   */
  private static long day(int year, int month, int day) {
    int fromMarch = (month + 9) % 12;
    int shifted = month <= 2 ? year - 1 : year;
    int era = Math.floorDiv(shifted, 400);
    int ofEra = shifted - era * 400;
    int ofYear = (153 * fromMarch + 2) / 5 + day - 1;
    return era * 146_097L + ofEra * 365L + ofEra / 4 - ofEra / 100 + ofYear - 719_468L;
  }
}
