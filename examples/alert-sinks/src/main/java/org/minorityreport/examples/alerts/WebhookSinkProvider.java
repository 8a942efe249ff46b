package org.minorityreport.examples.alerts;

import java.time.Clock;
import java.util.Map;
import org.minorityreport.api.alert.AlertSink;
import org.minorityreport.api.alert.AlertSinkProvider;

/**
 * Makes the sink of channel {@code webhook}. Settings: {@code secret} (needed), {@code allow_local}
 * ({@code true} to permit loopback and link-local hosts), {@code attempts} (3), {@code
 * timeout_seconds} of one attempt (5).
 */
public final class WebhookSinkProvider implements AlertSinkProvider {
  static final String CHANNEL = "webhook";

  /** For {@link java.util.ServiceLoader}. */
  public WebhookSinkProvider() {}

  @Override
  public String channel() {
    return CHANNEL;
  }

  @Override
  public AlertSink create(Map<String, String> settings) {
    return new WebhookSink(new SinkSettings(CHANNEL, settings), Clock.systemUTC());
  }
}
