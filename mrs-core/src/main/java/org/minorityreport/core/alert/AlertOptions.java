package org.minorityreport.core.alert;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.minorityreport.api.alert.AddressBook;
import org.minorityreport.api.alert.AlertSink;
import org.minorityreport.api.value.Rules;

/**
 * What a host says about alerts. Immutable.
 *
 * @param addresses turns subscribers into addresses
 * @param baseAddress where the host shows reports and events, for links; empty for none
 * @param channels settings of each channel, for the provider of its sink
 * @param loader sees the providers of sinks
 * @param limits what alerting may use at most
 */
public record AlertOptions(
    AddressBook addresses,
    Optional<URI> baseAddress,
    Map<String, Map<String, String>> channels,
    ClassLoader loader,
    AlertLimits limits) {
  /** Refuses a base address that is none. */
  public AlertOptions {
    baseAddress.ifPresent(
        base ->
            Rules.check(
                "http".equals(base.getScheme()) || "https".equals(base.getScheme()),
                "base_address",
                base,
                "an http or https address"));
    channels = Map.copyOf(channels);
  }

  /**
   * Inbox and log only, without addresses and links.
   *
   * @return the options
   */
  public static AlertOptions usual() {
    return new AlertOptions(
        (subscriber, channel) -> Optional.empty(),
        Optional.empty(),
        Map.of(),
        AlertSink.class.getClassLoader(),
        AlertLimits.USUAL);
  }
}
