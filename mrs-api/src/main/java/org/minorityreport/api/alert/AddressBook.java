package org.minorityreport.api.alert;

import java.util.Optional;

/** Turns subscribers into addresses: the host's, because no log holds one. Thread-safe. */
@FunctionalInterface
public interface AddressBook {
  /**
   * Where a subscriber is reached.
   *
   * @param subscriber an id of a person or program
   * @param channel a channel
   * @return the address; empty if there is none
   */
  Optional<String> addressOf(String subscriber, String channel);
}
