package org.minorityreport.api.alert;

/**
 * Delivers alerts by one channel. Called on threads of alerting, several at a time, never on that
 * of a tick; when a call takes longer than its time its thread is interrupted. An alert may be
 * handed over again after a failure, a time-out or a crash, with the same notification id.
 */
public interface AlertSink extends AutoCloseable {
  /** {@return the name of the channel, such as {@code webhook}} */
  String channel();

  /** {@return whether it delivers to an address that the host gives for each subscriber} */
  default boolean needsAddress() {
    return true;
  }

  /**
   * Delivers a message.
   *
   * @param message what to say
   * @param address where, as the host says; empty text if the sink needs none. It must appear in no
   *     row, message or log
   * @throws Exception if it could not be delivered; its message becomes part of a row
   */
  void deliver(AlertMessage message, String address) throws Exception;

  /** Releases what the sink holds; a second call does nothing. */
  @Override
  default void close() {}
}
