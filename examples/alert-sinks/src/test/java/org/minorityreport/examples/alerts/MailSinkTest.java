package org.minorityreport.examples.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minorityreport.api.alert.AlertSink;
import org.minorityreport.api.alert.AlertSinkProvider;
import org.minorityreport.api.error.UsageException;

@Timeout(60)
class MailSinkTest {
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private AlertSink sink() {
    return new MailSinkProvider()
        .create(
            Map.of(
                "host",
                "127.0.0.1",
                "port",
                String.valueOf(server.getSmtp().getPort()),
                "from",
                "MRS <mrs@example.org>"));
  }

  @Test
  void delivered_isAMailOfOneReceiver() throws Exception {
    sink().deliver(Messages.titled("urgent: größer"), "ann@example.org");

    MimeMessage[] mails = server.getReceivedMessages();
    assertThat(mails).hasSize(1);
    assertThat(mails[0].getSubject()).isEqualTo("urgent: größer");
    assertThat(mails[0].getAllRecipients()).hasSize(1);
    assertThat(mails[0].getAllRecipients()[0]).hasToString("ann@example.org");
    assertThat(mails[0].getFrom()[0]).hasToString("MRS <mrs@example.org>");
    assertThat(mails[0].getContent().toString())
        .contains("urgent: something, über 0.9")
        .contains("https://mrs.example/reports/1?position=7");
    assertThat(mails[0].getHeader("X-MRS-Notification-Id"))
        .containsExactly("NO-5108dbd30cf31dd0e8f093e0fcf59344");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@example.org\r\nBcc: eve@example.org",
        "ann@example.org\nX: y",
        "ann@example.org, eve@example.org",
        "friends: ann@example.org, eve@example.org;",
        "ann",
        "",
        "@example.org"
      })
  void addressThatIsMoreThanOne_isRefused(String address) {
    assertThatThrownBy(() -> sink().deliver(Messages.titled("urgent"), address))
        .isInstanceOf(UsageException.class)
        .hasMessage("the e-mail address is not one plain address");
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void subjectThatAddsHeaders_isRefused() {
    assertThatThrownBy(
            () ->
                sink()
                    .deliver(Messages.titled("urgent\r\nBcc: eve@example.org"), "ann@example.org"))
        .isInstanceOf(UsageException.class);
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void serverThatIsGone_failsWithoutTellingTheAddress() {
    AlertSink sink = sink();
    server.stop();

    assertThatThrownBy(() -> sink.deliver(Messages.titled("urgent"), "ann@example.org"))
        .isInstanceOf(IOException.class)
        .hasMessageNotContaining("ann");
  }

  @Test
  void sinks_areFoundByServiceLoader() {
    assertThat(ServiceLoader.load(AlertSinkProvider.class))
        .extracting(AlertSinkProvider::channel)
        .contains("email", "webhook", "inbox", "log");
  }
}
