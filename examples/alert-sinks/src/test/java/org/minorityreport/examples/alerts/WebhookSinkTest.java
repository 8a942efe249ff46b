package org.minorityreport.examples.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minorityreport.api.error.UsageException;

@Timeout(60)
class WebhookSinkTest {
  private final ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();
  private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
  private final List<String> signatures = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/hook",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          signatures.add(exchange.getRequestHeaders().getFirst("X-MRS-Signature"));
          Integer status = answers.poll();
          if (status != null && status == 302) {
            exchange.getResponseHeaders().add("Location", "/hook");
          }
          exchange.sendResponseHeaders(status == null ? 204 : status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  private static WebhookSink sink(String allowLocal) {
    return new WebhookSink(
        new SinkSettings("webhook", Map.of("secret", "s3cret", "allow_local", allowLocal)),
        () -> Instant.ofEpochSecond(1_754_550_000));
  }

  @Test
  void delivered_isSignedJson() throws Exception {
    sink("true").deliver(Messages.titled("urgent"), address());

    assertThat(bodies).hasSize(1);
    assertThat(bodies.get(0))
        .startsWith("{\"run_id\":\"main\",\"notification_ids\":[\"NO-5108")
        .contains("\"lines\":[\"urgent: something, über 0.9\"]");
    assertThat(signatures.get(0))
        .isEqualTo(
            Signature.of("s3cret", "1754550000", bodies.get(0).getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void signature_dependsOnSecretTimeAndBody() {
    byte[] body = "what do ya want".getBytes(StandardCharsets.UTF_8);

    assertThat(Signature.of("Jefe", "1", body))
        .matches("sha256=[0-9a-f]{64}")
        .isNotEqualTo(Signature.of("Jefe", "2", body))
        .isNotEqualTo(Signature.of("jefe", "1", body));
  }

  @Test
  void serverError_isTriedAgain() throws Exception {
    answers.addAll(List.of(503, 429));

    sink("true").deliver(Messages.titled("urgent"), address());

    assertThat(bodies).hasSize(3);
  }

  @Test
  void refusalAndRedirect_areNotTriedAgainNorFollowed() {
    for (int status : new int[] {404, 302}) {
      answers.add(status);
      assertThatThrownBy(() -> sink("true").deliver(Messages.titled("urgent"), address()))
          .hasMessage("the webhook answered with status " + status);
    }
    assertThat(bodies).hasSize(2);
  }

  @Test
  void nobodyThere_failsWithoutTellingTheAddress() {
    String address = address();
    server.stop(0);

    assertThatThrownBy(() -> sink("true").deliver(Messages.titled("urgent"), address))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the webhook was not reached")
        .hasMessageNotContaining("127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost/",
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://0.0.0.0/",
        "http://169.254.169.254/latest",
        "http://[::1]/",
        "http://[::]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[fe80::1]/",
        "https://[ff02::1]/",
        "http://user:word@192.0.2.1/",
        "http://192.0.2.1/#x",
        "ftp://192.0.2.1/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "//192.0.2.1/",
        "http:///path",
        "http://192.0.2.1/a b",
        "http://192.0.2.1/\r\nX: y",
        ""
      })
  void addressThatIsLocalOrNoneOfHttp_isRefused(String address) {
    assertThatThrownBy(() -> sink("false").deliver(Messages.titled("urgent"), address))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("the webhook address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://192.0.2.1/x?y=z", "http://[2001:db8::1]:8080/", "HTTP://192.0.2.1"})
  void addressElsewhere_isAllowed(String address) throws Exception {
    assertThat(WebhookAddress.checked(address, false)).hasToString(address);
  }

  @Test
  void missingSecret_isNamed() {
    assertThatThrownBy(() -> new WebhookSinkProvider().create(Map.of()))
        .hasMessage("channel 'webhook' needs the setting 'secret'");
  }
}
