package org.minorityreport.core.alert;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.alert.AlertConditions;
import org.minorityreport.api.alert.AlertRule;
import org.minorityreport.api.alert.Subscription;
import org.minorityreport.api.alert.SubscriptionTerms;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.record.SettingRecord;
import org.minorityreport.api.review.Actor;
import org.minorityreport.core.setting.RunSettings;

/**
 * The alert rules and subscriptions of a run as rows of settings_log. The newest version of a name
 * that has begun is in force until it ends. Thread-safe; holds no state of its own.
 */
public final class AlertRules {
  private static final String RULE = "alert_rule";
  private static final String SUBSCRIPTION = "subscription";

  private final RunSettings rules;
  private final RunSettings subscriptions;

  /**
   * The rules of a run.
   *
   * @param store the logs
   * @param run the line of work
   */
  public AlertRules(LogStore store, RunId run) {
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(run, "run");
    this.rules = new RunSettings(store, run, RULE);
    this.subscriptions = new RunSettings(store, run, SUBSCRIPTION);
  }

  /**
   * Sets a version of an alert rule.
   *
   * @param rule the rule; its version is one that its name did not have yet
   * @param owner who sets it and answers for it: an admin
   * @param from the first moment at which it holds
   * @param to the first moment at which it does not any more; null for ever
   * @param actedAt when it is set, by the host's clock
   * @return the row
   * @throws UsageException if the actor is no admin, the version says something else already, or
   *     the end does not lie after the beginning; nothing is written
   */
  public SettingRecord set(
      AlertRule rule, Actor owner, Instant from, @Nullable Instant to, Instant actedAt) {
    requireAdmin(owner, "set alert rule '" + rule.name() + "'");
    return rules.set(
        RunSettings.row(owner.id(), from, to, actedAt),
        rule.conditions(),
        rule.name(),
        rule.version());
  }

  /**
   * Sets a version of a subscription. Anybody with a role may subscribe for oneself; only an admin
   * for others, or change what another set.
   *
   * @param subscription the subscription; its version is one that its name did not have yet
   * @param owner who sets it
   * @param from the first moment at which it holds
   * @param to the first moment at which it does not any more; null for ever
   * @param actedAt when it is set, by the host's clock
   * @return the row
   * @throws UsageException if the actor may not, the version says something else already, or the
   *     end does not lie after the beginning; nothing is written
   */
  public SettingRecord set(
      Subscription subscription, Actor owner, Instant from, @Nullable Instant to, Instant actedAt) {
    String name = subscription.name();
    boolean isOwn =
        !owner.roles().isEmpty()
            && subscription.terms().subscribers().equals(List.of(owner.id()))
            && subscriptions.all().stream()
                .noneMatch(s -> s.name().equals(name) && !s.owner().equals(owner.id()));
    if (!isOwn) {
      requireAdmin(owner, "set subscription '" + name + "' for others");
    }
    return subscriptions.set(
        RunSettings.row(owner.id(), from, to, actedAt),
        subscription.terms(),
        name,
        subscription.version());
  }

  private static void requireAdmin(Actor actor, String action) {
    if (!actor.roles().contains(Role.ADMIN)) {
      throw new UsageException(
          "'"
              + actor.id()
              + "' may not "
              + action
              + ": that needs role admin, and the host says "
              + actor.roles().stream().map(Role::wireName).toList());
    }
  }

  /** {@return all versions of all alert rules, in the order in which they were set} */
  public List<SettingRecord> rules() {
    return rules.all();
  }

  /** {@return all versions of all subscriptions, in the order in which they were set} */
  public List<SettingRecord> subscriptions() {
    return subscriptions.all();
  }

  /** The rules in force, by name. */
  List<ActiveRule> rulesInForce(Instant at) {
    return rules.inForce(at).stream()
        .map(
            row ->
                new ActiveRule(
                    AlertRule.builder()
                        .name(row.name())
                        .version(row.settingVersion())
                        .conditions(RunSettings.body(row, AlertConditions.class))
                        .build(),
                    row.validFrom()))
        .toList();
  }

  /** The subscriptions in force, by name. */
  List<Subscription> subscriptionsInForce(Instant at) {
    return subscriptions.inForce(at).stream()
        .map(
            row ->
                Subscription.builder()
                    .name(row.name())
                    .version(row.settingVersion())
                    .terms(RunSettings.body(row, SubscriptionTerms.class))
                    .build())
        .toList();
  }
}
