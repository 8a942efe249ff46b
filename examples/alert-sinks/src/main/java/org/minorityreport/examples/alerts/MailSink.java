package org.minorityreport.examples.alerts;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.alert.AlertMessage;
import org.minorityreport.api.alert.AlertSink;
import org.minorityreport.api.error.UsageException;

/** Sends alerts by e-mail, each to one address. */
final class MailSink implements AlertSink {
  private final Session session;
  private final InternetAddress from;

  MailSink(SinkSettings settings) {
    String millis = settings.number("timeout_seconds", 10) + "000";
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.host", settings.required("host"));
    properties.setProperty("mail.smtp.port", settings.required("port"));
    properties.setProperty("mail.smtp.connectiontimeout", millis);
    properties.setProperty("mail.smtp.timeout", millis);
    properties.setProperty("mail.smtp.writetimeout", millis);
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    boolean startTls = settings.flag("start_tls");
    properties.setProperty("mail.smtp.starttls.enable", String.valueOf(startTls));
    properties.setProperty("mail.smtp.starttls.required", String.valueOf(startTls));
    String user = settings.optional("user");
    String password = user == null ? null : settings.required("password");
    properties.setProperty("mail.smtp.auth", String.valueOf(user != null));
    this.session = Session.getInstance(properties, login(user, password));
    this.from = address(settings.required("from"));
  }

  private static @Nullable Authenticator login(@Nullable String user, @Nullable String password) {
    return user == null || password == null
        ? null
        : new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(user, password);
          }
        };
  }

  @Override
  public String channel() {
    return MailSinkProvider.CHANNEL;
  }

  @Override
  public void deliver(AlertMessage message, String address) throws Exception {
    InternetAddress to = address(address);
    MimeMessage mail = new MimeMessage(session);
    mail.setFrom(from);
    mail.setRecipient(Message.RecipientType.TO, to);
    mail.setSubject(oneLine(message.title()), StandardCharsets.UTF_8.name());
    mail.setText(text(message), StandardCharsets.UTF_8.name());
    mail.setHeader("X-MRS-Notification-Id", message.notificationIds().get(0).value());
    try {
      Transport.send(mail);
    } catch (MessagingException e) {
      // its own text may name the address
      throw new IOException("the mail was not taken: " + e.getClass().getSimpleName());
    }
  }

  /** One address and nothing else: what breaks a line would add headers, a comma more receivers. */
  private static InternetAddress address(String text) {
    try {
      if (text.codePoints().anyMatch(Character::isISOControl)) {
        throw new AddressException("control characters");
      }
      InternetAddress address = new InternetAddress(text, true);
      if (address.isGroup() || !address.getAddress().contains("@")) {
        throw new AddressException("no single address");
      }
      return address;
    } catch (AddressException e) {
      throw new UsageException("the e-mail address is not one plain address");
    }
  }

  private static String oneLine(String title) {
    if (title.codePoints().anyMatch(Character::isISOControl)) {
      throw new UsageException("the subject has control characters");
    }
    return title;
  }

  private static String text(AlertMessage message) {
    StringBuilder text = new StringBuilder();
    message.lines().forEach(line -> text.append(line).append('\n'));
    message.links().forEach(link -> text.append('\n').append(link));
    text.append("\n\nRun ").append(message.runId());
    text.append(", position ").append(message.position());
    message.tick().ifPresent(tick -> text.append(", tick ").append(tick));
    return text.append('\n').toString();
  }
}
