package org.minorityreport.examples.alerts;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import org.minorityreport.api.alert.AlertMessage;
import org.minorityreport.api.alert.AlertSink;
import org.minorityreport.core.json.CanonicalJson;

/**
 * Posts alerts as JSON. Redirects are not followed, for they would lead past the check of the
 * address. The client looks the host up once more than the check did: the Java platform keeps an
 * answer for 30 seconds, so both see the same unless a host turns that off.
 */
final class WebhookSink implements AlertSink {
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  private final String secret;
  private final boolean allowLocal;
  private final Duration timeout;
  private final InstantSource clock;
  private final HttpClient client;
  private final FailsafeExecutor<Object> retrying;

  WebhookSink(SinkSettings settings, InstantSource clock) {
    this.secret = settings.required("secret");
    this.allowLocal = settings.flag("allow_local");
    this.timeout = Duration.ofSeconds(settings.number("timeout_seconds", 5));
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
    this.retrying =
        Failsafe.with(
            RetryPolicy.<Object>builder()
                .handle(IOException.class)
                .withMaxAttempts(settings.number("attempts", 3))
                .withBackoff(Duration.ofMillis(100), Duration.ofSeconds(2))
                .build());
  }

  @Override
  public String channel() {
    return WebhookSinkProvider.CHANNEL;
  }

  @Override
  public void deliver(AlertMessage message, String address) throws Exception {
    byte[] body = CanonicalJson.bytes(message);
    try {
      retrying.run(() -> post(body, address));
    } catch (FailsafeException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }

  private void post(byte[] body, String address) throws IOException, InterruptedException {
    URI uri = WebhookAddress.checked(address, allowLocal);
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .header("X-MRS-Timestamp", timestamp)
            .header("X-MRS-Signature", Signature.of(secret, timestamp, body))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    int status = send(request);
    if (status == TOO_MANY || status >= SERVER_ERROR) {
      throw new IOException("the webhook answered with status " + status);
    }
    if (status < 200 || status >= 300) {
      throw new IllegalStateException("the webhook answered with status " + status);
    }
  }

  private int send(HttpRequest request) throws IOException, InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      // its own text may name the host
      throw new IOException("the webhook was not reached: " + e.getClass().getSimpleName());
    }
  }
}
