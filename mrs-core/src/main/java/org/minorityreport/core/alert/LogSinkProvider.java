package org.minorityreport.core.alert;

import java.util.Map;
import org.minorityreport.api.alert.AlertLevel;
import org.minorityreport.api.alert.AlertMessage;
import org.minorityreport.api.alert.AlertSink;
import org.minorityreport.api.alert.AlertSinkProvider;

/**
 * Writes alerts to the log of the host's process, by {@link System.Logger}. Its one setting is
 * {@code logger}, the name of the logger; {@code org.minorityreport.alerts} unless said.
 */
public final class LogSinkProvider implements AlertSinkProvider {
  private static final String CHANNEL = "log";

  /** For {@link java.util.ServiceLoader}. */
  public LogSinkProvider() {}

  @Override
  public String channel() {
    return CHANNEL;
  }

  @Override
  public AlertSink create(Map<String, String> settings) {
    System.Logger logger =
        System.getLogger(settings.getOrDefault("logger", "org.minorityreport.alerts"));
    return new AlertSink() {
      @Override
      public String channel() {
        return CHANNEL;
      }

      @Override
      public boolean needsAddress() {
        return false;
      }

      @Override
      public void deliver(AlertMessage message, String address) {
        System.Logger.Level level =
            message.level() == AlertLevel.NOTICE
                ? System.Logger.Level.INFO
                : System.Logger.Level.WARNING;
        message
            .lines()
            .forEach(line -> logger.log(level, "for " + message.subscriber() + ": " + line));
      }
    };
  }
}
