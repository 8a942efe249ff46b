package org.minorityreport.examples.alerts;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.UsageException;

/** What a host says for a channel; no message holds a value, for some are secret. */
final class SinkSettings {
  private final String channel;
  private final Map<String, String> settings;

  SinkSettings(String channel, Map<String, String> settings) {
    this.channel = channel;
    this.settings = Map.copyOf(settings);
  }

  String required(String name) {
    String value = settings.get(name);
    if (value == null || value.isBlank()) {
      throw new UsageException("channel '" + channel + "' needs the setting '" + name + "'");
    }
    return value;
  }

  @Nullable String optional(String name) {
    return settings.get(name);
  }

  int number(String name, int otherwise) {
    String value = settings.get(name);
    try {
      int number = value == null ? otherwise : Integer.parseInt(value);
      if (number < 1) {
        throw new NumberFormatException("below 1");
      }
      return number;
    } catch (NumberFormatException e) {
      throw new UsageException(
          "setting '" + name + "' of channel '" + channel + "' must be a number, 1 or more", e);
    }
  }

  boolean flag(String name) {
    return Boolean.parseBoolean(settings.get(name));
  }
}
