package org.minorityreport.core.hydrate;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds a text in others, whatever the case of letters. Names come again in many reports and are
 * looked through once; ids do not, and are looked through only for what can be part of one. One
 * thread at a time.
 */
final class TextSearch {
  private static final Pattern PART_OF_ID = Pattern.compile("[mre0-9a-f-]{1,35}");

  private final String text;
  private final boolean canBeInId;
  private final Map<String, Boolean> known = new HashMap<>();

  TextSearch(String text) {
    this.text = text.toLowerCase(Locale.ROOT);
    this.canBeInId = PART_OF_ID.matcher(this.text).matches();
  }

  boolean in(Optional<String> value) {
    return value.isPresent() && in(value.get());
  }

  boolean in(String value) {
    return known.computeIfAbsent(value, this::contains);
  }

  /** {@return whether it is part of the id of a report or an event} */
  boolean inId(String id) {
    return canBeInId && contains(id);
  }

  private boolean contains(String value) {
    return value.toLowerCase(Locale.ROOT).contains(text);
  }
}
