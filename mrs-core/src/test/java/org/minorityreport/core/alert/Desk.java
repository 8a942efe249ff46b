package org.minorityreport.core.alert;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.minorityreport.api.alert.AlertConditions;
import org.minorityreport.api.alert.AlertLevel;
import org.minorityreport.api.alert.AlertMeasure;
import org.minorityreport.api.alert.AlertRule;
import org.minorityreport.api.alert.Subscription;
import org.minorityreport.api.alert.SubscriptionTerms;
import org.minorityreport.api.health.HealthSettings;
import org.minorityreport.api.record.NotificationRecord;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.review.Actor;
import org.minorityreport.core.health.HealthReader;
import org.minorityreport.core.health.Logbook;

/** Alerting over a logbook. */
final class Desk implements AutoCloseable {
  static final Instant BEGIN = Instant.parse("2025-08-07T00:00:00Z");
  static final Actor ADMIN = Actor.of("root", Role.ADMIN);

  final Logbook book;
  final Alerts alerts;

  Desk(AlertOptions options) {
    this(new Logbook(), options);
  }

  Desk(Logbook book, AlertOptions options) {
    this.book = book;
    HealthReader health =
        new HealthReader(book.store(), Logbook.RUN, HealthSettings.builder().build());
    this.alerts =
        new Alerts(
            book.store(),
            Logbook.RUN,
            book::view,
            view -> health.of(view, Optional.empty(), book.clock),
            () -> book.clock,
            options);
  }

  static AlertOptions options(AlertLimits limits) {
    return new AlertOptions(
        (subscriber, channel) -> Optional.of(subscriber + "@example.org"),
        Optional.empty(),
        Map.of(),
        Desk.class.getClassLoader(),
        limits);
  }

  static AlertLimits limits(Duration time) {
    return new AlertLimits(3, Duration.ofMinutes(1), time, 1, 100);
  }

  Desk rule(String name, AlertMeasure measure, Map<AlertLevel, String> thresholds) {
    return rule(name, "1", measure, thresholds, b -> b);
  }

  Desk rule(
      String name,
      String version,
      AlertMeasure measure,
      Map<AlertLevel, String> thresholds,
      UnaryOperator<AlertConditions.Builder> change) {
    AlertConditions.Builder conditions = AlertConditions.builder();
    conditions.measure(measure);
    thresholds.forEach((level, value) -> conditions.putThresholds(level, new BigDecimal(value)));
    AlertRule rule =
        AlertRule.builder()
            .name(name)
            .version(version)
            .conditions(change.apply(conditions).build())
            .build();
    alerts.rules().set(rule, ADMIN, BEGIN, null, book.clock);
    return this;
  }

  Desk severe() {
    return rule(
        "severe",
        AlertMeasure.REPORT_SEVERITY,
        Map.of(AlertLevel.NOTICE, "0.3", AlertLevel.WARNING, "0.6", AlertLevel.URGENT, "0.9"));
  }

  Desk subscribe(String name, UnaryOperator<SubscriptionTerms.Builder> change) {
    SubscriptionTerms.Builder terms = SubscriptionTerms.builder();
    Subscription subscription =
        Subscription.builder()
            .name(name)
            .version("1")
            .terms(change.apply(terms.addChannels("inbox")).build())
            .build();
    alerts.rules().set(subscription, ADMIN, BEGIN, null, book.clock);
    return this;
  }

  Desk later(Duration time) {
    book.clock = book.clock.plus(time);
    return this;
  }

  /** What a round did: outcome, level and subscriber of each row. */
  List<String> round() {
    return alerts.round().rows().stream().map(Desk::words).toList();
  }

  static String words(NotificationRecord row) {
    return row.outcome() + " " + row.level() + " to " + row.subscriber();
  }

  @Override
  public void close() {
    alerts.close();
  }
}
