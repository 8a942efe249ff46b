package org.minorityreport.core.alert;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.minorityreport.api.alert.AlertSinkProvider;
import org.minorityreport.api.error.UsageException;

/** The channels of a host, each made when it is first used. Thread-safe. */
final class Channels implements AutoCloseable {
  private final AlertOptions options;
  private final Map<String, AlertSinkProvider> providers = new TreeMap<>();
  private final Map<String, Channel> open = new TreeMap<>();

  Channels(AlertOptions options) {
    this.options = options;
    for (AlertSinkProvider provider :
        ServiceLoader.load(AlertSinkProvider.class, options.loader())) {
      add(provider);
    }
    add(new InboxSinkProvider());
    add(new LogSinkProvider());
  }

  private void add(AlertSinkProvider provider) {
    AlertSinkProvider before = providers.putIfAbsent(provider.channel(), provider);
    if (before != null && !before.getClass().equals(provider.getClass())) {
      throw new UsageException(
          "two sinks for channel '"
              + provider.channel()
              + "': "
              + before.getClass().getName()
              + " and "
              + provider.getClass().getName()
              + "; leave one out");
    }
  }

  /**
   * A channel.
   *
   * @throws UsageException if no sink has that name, or it cannot be made
   */
  synchronized Channel get(String name) {
    Channel channel = open.get(name);
    if (channel == null) {
      AlertSinkProvider provider = providers.get(name);
      if (provider == null) {
        throw new UsageException(
            "no sink for channel '" + name + "'; there are " + providers.keySet());
      }
      Map<String, String> settings = options.channels().getOrDefault(name, Map.of());
      channel = new Channel(provider.create(settings), options.addresses(), options.limits());
      open.put(name, channel);
    }
    return channel;
  }

  /** Takes jobs that were given up out of the queues. */
  synchronized void purge() {
    open.values().forEach(channel -> channel.threads().purge());
  }

  @Override
  public synchronized void close() {
    open.values().forEach(Channel::close);
    open.clear();
  }
}
