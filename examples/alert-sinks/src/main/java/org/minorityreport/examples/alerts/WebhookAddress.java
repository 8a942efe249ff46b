package org.minorityreport.examples.alerts;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import org.minorityreport.api.error.UsageException;

/**
 * Says which addresses a webhook may have: http or https, without user or fragment, on a host none
 * of whose addresses is loopback, link-local, unspecified or multicast, in whatever way it is
 * written. No message holds the address.
 */
final class WebhookAddress {
  private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

  private WebhookAddress() {}

  /**
   * Checks an address. To be called before each attempt: a name may mean something else by then.
   *
   * @throws UsageException if it may not be called
   * @throws UnknownHostException if its host has no address
   */
  static URI checked(String address, boolean allowLocal) throws UnknownHostException {
    URI uri;
    try {
      uri = new URI(address);
    } catch (URISyntaxException e) {
      throw new UsageException("the webhook address is no address");
    }
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new UsageException("the webhook address must begin with http:// or https://");
    }
    String host = uri.getHost();
    if (host == null || uri.getUserInfo() != null || uri.getRawFragment() != null) {
      throw new UsageException("the webhook address must have a host, no user and no fragment");
    }
    for (InetAddress one : InetAddress.getAllByName(host)) {
      if (!allowLocal && isLocal(one)) {
        throw new UsageException(
            "the webhook address points to this host or its link; allow_local would permit that");
      }
    }
    return uri;
  }

  static boolean isLocal(InetAddress address) {
    if (address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress()) {
      return true;
    }
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return bytes[0] == 0 || isBroadcast(bytes);
    }
    return address instanceof Inet6Address && holdsLocal(bytes);
  }

  private static boolean isBroadcast(byte[] bytes) {
    return Arrays.equals(bytes, new byte[] {-1, -1, -1, -1});
  }

  /** Forms of IPv6 that hold an IPv4 address: compatible, mapped, NAT64 and 6to4. */
  private static boolean holdsLocal(byte[] bytes) {
    boolean zeros = true;
    for (int i = 0; i < 10; i++) {
      zeros &= bytes[i] == 0;
    }
    boolean compatible = zeros && bytes[10] == 0 && bytes[11] == 0;
    boolean mapped = zeros && bytes[10] == -1 && bytes[11] == -1;
    boolean nat64 = Arrays.equals(bytes, 0, NAT64.length, NAT64, 0, NAT64.length);
    if (compatible || mapped || nat64) {
      return isLocal(bytes, 12);
    }
    return bytes[0] == 0x20 && bytes[1] == 0x02 && isLocal(bytes, 2);
  }

  private static boolean isLocal(byte[] bytes, int from) {
    try {
      return isLocal(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4)));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
