package org.minorityreport.core.alert;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.minorityreport.api.alert.AlertLevel;
import org.minorityreport.api.alert.Subscription;
import org.minorityreport.api.alert.SubscriptionTerms;
import org.minorityreport.api.record.NotificationOutcome;
import org.minorityreport.api.record.NotificationRecord;
import org.minorityreport.core.identity.Identity;

/**
 * Says which alerts are due: a pure function of what is shown, the rules and subscriptions in
 * force, and the rows of notifications_log so far. What it says, once done and logged, is not due
 * again.
 */
final class AlertPlan {
  private final AlertState state;
  private final ToldIndex told;
  private final AlertLimits limits;
  private final Optional<String> baseAddress;
  private final Map<List<String>, Due> due = new TreeMap<>(AlertPlan::compare);

  private AlertPlan(
      AlertState state, List<Told> history, AlertLimits limits, Optional<String> baseAddress) {
    this.state = state;
    this.told = new ToldIndex(history);
    this.limits = limits;
    this.baseAddress = baseAddress;
  }

  private static int compare(List<String> a, List<String> b) {
    int byFirst = a.get(0).compareTo(b.get(0));
    return byFirst != 0 ? byFirst : a.get(1).compareTo(b.get(1));
  }

  /** What is due, each notification and outcome once, the most urgent first. */
  static List<Due> due(
      AlertState state,
      List<ActiveRule> rules,
      List<Subscription> subscriptions,
      List<Told> history,
      AlertLimits limits,
      Optional<String> baseAddress) {
    AlertPlan plan = new AlertPlan(state, history, limits, baseAddress);
    Matching matching = new Matching(state);
    for (ActiveRule rule : rules) {
      for (Match match : matching.of(rule)) {
        for (Subscription subscription : subscriptions) {
          if (covers(subscription.terms(), match)) {
            plan.subscription(subscription.terms(), match);
          }
        }
      }
    }
    return plan.due.values().stream().sorted((a, b) -> b.level().compareTo(a.level())).toList();
  }

  private static boolean covers(SubscriptionTerms terms, Match match) {
    boolean saysNoScope =
        terms.retailers().isEmpty() && terms.regions().isEmpty() && terms.categories().isEmpty();
    boolean inScope =
        match.isOfHealth()
            ? saysNoScope
            : Matching.meets(terms.retailers(), match.retailers())
                && Matching.meets(terms.regions(), match.regions())
                && Matching.meets(terms.categories(), Matching.set(match.category()));
    return inScope
        && (terms.rules().isEmpty() || terms.rules().contains(match.rule().name()))
        && match.level().compareTo(terms.fromLevel()) >= 0;
  }

  private void subscription(SubscriptionTerms terms, Match match) {
    List<String> order = terms.subscribers();
    tell(terms, match, order.get(0));
    for (int step = 1; step < order.size() && match.level() == AlertLevel.URGENT; step++) {
      String before = order.get(step - 1);
      boolean wentOn = told.wentOn(match, before);
      if (!wentOn && !goesOn(terms, match, before)) {
        return;
      }
      if (!wentOn) {
        NotificationRecord.Builder row = row(match, before, terms.channels().first());
        put(
            row.outcome(NotificationOutcome.ESCALATED.wireName())
                .attempt(1)
                .message("not acknowledged within " + terms.acknowledgeWithin().orElseThrow())
                .build(),
            match.level(),
            false);
      }
      tell(terms, match, order.get(step));
    }
  }

  private boolean goesOn(SubscriptionTerms terms, Match match, String subscriber) {
    if (terms.acknowledgeWithin().isEmpty()
        || match.keptOut().isPresent()
        || match.isDecided()
        || told.isAcknowledged(match, terms.subscribers())) {
      return false;
    }
    Duration within = terms.acknowledgeWithin().get();
    return told.waitingSince(match, subscriber)
        .map(since -> !state.now().isBefore(since.plus(within)))
        .orElse(false);
  }

  private void tell(SubscriptionTerms terms, Match match, String subscriber) {
    for (String channel : terms.channels()) {
      if (told.isTold(match, subscriber, channel)) {
        continue;
      }
      NotificationRecord.Builder row = row(match, subscriber, channel);
      String id = id(match, subscriber, channel);
      if (match.keptOut().isPresent()) {
        if (!told.has(id, match, NotificationOutcome.SUPPRESSED)) {
          row.outcome(NotificationOutcome.SUPPRESSED.wireName()).message(match.keptOut());
          put(row.attempt(1).build(), match.level(), false);
        }
        continue;
      }
      List<Told> failures = told.failures(id, match);
      boolean inDigest = match.level() != AlertLevel.URGENT && terms.digestHour().isPresent();
      boolean isTime =
          failures.isEmpty()
              ? !inDigest || isDigestTime(terms, match, subscriber, channel)
              : failures.size() < limits.attempts()
                  && !state.now().isBefore(ToldIndex.nextTry(failures, limits.firstRetry()));
      if (isTime) {
        row.outcome(NotificationOutcome.DELIVERED.wireName()).attempt(failures.size() + 1);
        put(row.build(), match.level(), inDigest);
      }
    }
  }

  /**
   * Within the hour that is set, once. If there was no digest in the last such hour, later too, for
   * what had come up by then and was not told: a host need not run a round in that hour.
   */
  private boolean isDigestTime(
      SubscriptionTerms terms, Match match, String subscriber, String channel) {
    ZonedDateTime local = state.now().atZone(ZoneId.of(terms.timeZone()));
    int hour = terms.digestHour().orElseThrow();
    ZonedDateTime today = local.toLocalDate().atTime(hour, 0).atZone(local.getZone());
    ZonedDateTime begin = today.isAfter(local) ? today.minusDays(1) : today;
    boolean inHour = state.now().isBefore(begin.plusHours(1).toInstant());
    boolean missed =
        match.since().isBefore(begin.toInstant()) && !told.wasTold(match, subscriber, channel);
    return (inHour || missed) && !told.hadDigest(subscriber, channel, begin.toInstant());
  }

  private NotificationRecord.Builder row(Match match, String subscriber, String channel) {
    NotificationRecord.Builder row = NotificationRecord.builder();
    row.runId(state.health().runId())
        .writtenAt(state.tick())
        .notificationId(Identity.notificationId(parts(match, subscriber, channel)))
        .subject(match.subject())
        .triggerCondition(match.condition())
        .subscriber(subscriber)
        .channel(channel)
        .link(baseAddress.map(base -> link(base, match)))
        .position(state.health().position())
        .rule(match.rule().id())
        .level(match.level().wireName());
    return row;
  }

  private String link(String base, Match match) {
    return base
        + (base.endsWith("/") ? "" : "/")
        + match.path()
        + "?position="
        + state.health().position();
  }

  private static String id(Match match, String subscriber, String channel) {
    return Identity.notificationId(parts(match, subscriber, channel)).value();
  }

  private static List<String> parts(Match match, String subscriber, String channel) {
    return List.of(
        match.subject(), match.rule().id(), match.level().wireName(), subscriber, channel);
  }

  /** Two subscriptions may ask for the same; at once goes before a digest. */
  private void put(NotificationRecord row, AlertLevel level, boolean inDigest) {
    due.merge(
        List.of(row.notificationId().value(), row.outcome()),
        new Due(row, level, inDigest),
        (a, b) -> a.inDigest() ? b : a);
  }
}
