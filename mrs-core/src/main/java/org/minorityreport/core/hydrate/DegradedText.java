package org.minorityreport.core.hydrate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minorityreport.core.json.CanonicalJson;

/**
 * Finds in canonical JSON of a row whether it is degraded, and why. The two fields follow each
 * other in every log that has them, and within a text their quotes would be escaped.
 */
final class DegradedText {
  private static final String DEGRADED = "\"is_degraded\":true,\"degraded_reasons\":";

  private DegradedText() {}

  /** {@return the codes; null if the row does not say that it is degraded} */
  static @Nullable List<String> codes(byte[] json) {
    String text = new String(json, StandardCharsets.ISO_8859_1);
    int at = text.indexOf(DEGRADED);
    if (at < 0) {
      return null;
    }
    int from = at + DEGRADED.length();
    int to = text.indexOf(']', from) + 1; // codes are words, so the first bracket ends the list
    byte[] list = text.substring(from, to).getBytes(StandardCharsets.ISO_8859_1);
    return List.of(CanonicalJson.read(list, String[].class));
  }
}
