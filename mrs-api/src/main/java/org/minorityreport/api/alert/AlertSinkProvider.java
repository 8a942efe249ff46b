package org.minorityreport.api.alert;

import java.util.Map;

/** Makes the sink of a channel; found through {@link java.util.ServiceLoader}. */
public interface AlertSinkProvider {
  /** {@return the name of the channel; no two providers have one name} */
  String channel();

  /**
   * Makes the sink.
   *
   * @param settings what the host says for this channel, by name; the provider documents the names
   * @return the sink
   * @throws org.minorityreport.api.error.UsageException if a setting is missing or cannot be used
   */
  AlertSink create(Map<String, String> settings);
}
