package org.minorityreport.core.hydrate;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.FieldSpans;

/** Finds in canonical JSON of a row of any log whether it is degraded, and why. */
final class DegradedText {
  private static final FieldSpans FIELDS =
      new FieldSpans(List.of("is_degraded", "degraded_reasons"));

  private DegradedText() {}

  /** {@return the codes; null if the row does not say that it is degraded} */
  static @Nullable List<String> codes(byte[] json) {
    int[] spans = FIELDS.of(json);
    if (spans[1] == 0 || json[spans[0]] != 't') {
      return null;
    }
    return Optional.of(spans)
        .filter(at -> at[3] > 0)
        .map(at -> List.of(CanonicalJson.read(json, at[2], at[3], String[].class)))
        .orElse(List.of());
  }
}
