package org.minorityreport.core.alert;

import java.util.Map;
import org.minorityreport.api.alert.AlertMessage;
import org.minorityreport.api.alert.AlertSink;
import org.minorityreport.api.alert.AlertSinkProvider;

/** The in-app inbox: the row of the delivery is the item, so there is nothing else to do. */
public final class InboxSinkProvider implements AlertSinkProvider {
  static final String CHANNEL = "inbox";

  /** For {@link java.util.ServiceLoader}. */
  public InboxSinkProvider() {}

  @Override
  public String channel() {
    return CHANNEL;
  }

  @Override
  public AlertSink create(Map<String, String> settings) {
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
      public void deliver(AlertMessage message, String address) {}
    };
  }
}
