package org.minorityreport.core.log.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * What stands around the JSON of a journal entry: length, check of the length, hash. The length has
 * a check of its own, because a flipped bit in it must not make a whole entry look like a torn one.
 */
final class EntryFrame {
  /** Length, space, its check, space. */
  static final int HEADER = 18;

  /** The hash and a space. */
  static final int HASH = 65;

  private static final int MIN_LENGTH = HEADER + HASH + 3;
  private static final int DIGITS = 8;
  private static final HexFormat HEX = HexFormat.of();

  private EntryFrame() {}

  static byte[] bytes(byte[] hash, byte[] json) {
    int length = HEADER + HASH + json.length + 1;
    String digits = HEX.toHexDigits(length);
    String head = digits + ' ' + HEX.toHexDigits(crc(ascii(digits))) + ' ' + HEX.formatHex(hash);
    return ByteBuffer.allocate(length).put(ascii(head + ' ')).put(json).put((byte) '\n').array();
  }

  /** The length that a header declares, or -1 if the header does not check. */
  static int length(byte[] header) {
    byte[] digits = Arrays.copyOf(header, DIGITS);
    String text = new String(header, StandardCharsets.ISO_8859_1);
    String expected = text.substring(0, DIGITS) + ' ' + HEX.toHexDigits(crc(digits)) + ' ';
    if (!text.equals(expected) || !text.substring(0, DIGITS).matches("[0-9a-f]{8}")) {
      return -1;
    }
    long length = HexFormat.fromHexDigitsToLong(text, 0, DIGITS);
    return length < MIN_LENGTH || length > Integer.MAX_VALUE ? -1 : (int) length;
  }

  /** The hash that an entry states, empty if there is none. */
  static byte[] hash(byte[] entry) {
    int end = HEADER + HASH - 1;
    if (entry.length < end) {
      return new byte[0];
    }
    String text = new String(entry, HEADER, HASH - 1, StandardCharsets.ISO_8859_1);
    return text.matches("[0-9a-f]{64}") ? HEX.parseHex(text) : new byte[0];
  }

  static byte[] json(byte[] entry) {
    return entry.length <= HEADER + HASH
        ? new byte[0]
        : Arrays.copyOfRange(entry, HEADER + HASH, entry.length - 1);
  }

  /** Whether the bytes that carry no information are what they must be. */
  static boolean isSeparated(byte[] entry) {
    return entry[HEADER + HASH - 1] == ' ' && entry[entry.length - 1] == '\n';
  }

  private static int crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
