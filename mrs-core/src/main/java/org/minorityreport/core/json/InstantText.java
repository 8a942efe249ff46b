package org.minorityreport.core.json;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes instants as {@link Instant#toString()} does. A row holds half a dozen of them, mostly
 * whole seconds, which a general formatter takes a third of the row's time for.
 */
final class InstantText extends StdSerializer<Instant> {
  private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
  private static final int LENGTH = "0000-01-01T00:00:00Z".length();

  InstantText() {
    super(Instant.class);
  }

  @Override
  public void serialize(Instant value, JsonGenerator to, SerializationContext context) {
    long second = value.getEpochSecond();
    if (value.getNano() != 0 || second < FIRST || second > LAST) {
      to.writeString(value.toString());
      return;
    }
    byte[] text = text(LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC));
    to.writeRawUTF8String(text, 0, text.length);
  }

  /** Reads what this writes; what is not so common is left to the library. */
  static Instant parse(String text) {
    if (text.length() != LENGTH
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || text.charAt(10) != 'T'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':'
        || text.charAt(19) != 'Z'
        || number(text, 11) > 23
        || number(text, 17) > 59) {
      return Instant.parse(text);
    }
    for (int at = 0; at < LENGTH - 1; at++) {
      if (at != 4 && at != 7 && at != 10 && at != 13 && at != 16 && !isDigit(text.charAt(at))) {
        return Instant.parse(text);
      }
    }
    return LocalDateTime.of(
            number(text, 0) * 100 + number(text, 2),
            number(text, 5),
            number(text, 8),
            number(text, 11),
            number(text, 14),
            number(text, 17))
        .toInstant(ZoneOffset.UTC);
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }

  private static int number(String text, int at) {
    return Character.digit(text.charAt(at), 10) * 10 + Character.digit(text.charAt(at + 1), 10);
  }

  private static byte[] text(LocalDateTime time) {
    byte[] text = new byte[LENGTH];
    digits(text, 0, time.getYear() / 100);
    digits(text, 2, time.getYear() % 100);
    text[4] = '-';
    digits(text, 5, time.getMonthValue());
    text[7] = '-';
    digits(text, 8, time.getDayOfMonth());
    text[10] = 'T';
    digits(text, 11, time.getHour());
    text[13] = ':';
    digits(text, 14, time.getMinute());
    text[16] = ':';
    digits(text, 17, time.getSecond());
    text[19] = 'Z';
    return text;
  }

  private static void digits(byte[] text, int at, int number) {
    text[at] = (byte) ('0' + number / 10);
    text[at + 1] = (byte) ('0' + number % 10);
  }
}
