package org.minorityreport.examples.alerts;

import java.util.Map;
import org.minorityreport.api.alert.AlertSink;
import org.minorityreport.api.alert.AlertSinkProvider;

/**
 * Makes the sink of channel {@code email}. Settings: {@code host}, {@code port} and {@code from}
 * (needed), {@code user} and {@code password}, {@code start_tls} ({@code true} to require it),
 * {@code timeout_seconds} (10).
 */
public final class MailSinkProvider implements AlertSinkProvider {
  static final String CHANNEL = "email";

  /** For {@link java.util.ServiceLoader}. */
  public MailSinkProvider() {}

  @Override
  public String channel() {
    return CHANNEL;
  }

  @Override
  public AlertSink create(Map<String, String> settings) {
    return new MailSink(new SinkSettings(CHANNEL, settings));
  }
}
