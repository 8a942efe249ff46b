package org.minorityreport.core.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.record.SettingRecord;
import org.minorityreport.api.review.Actor;
import org.minorityreport.api.value.Rules;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.role.Rights;
import org.minorityreport.core.setting.RunSettings;

/** The money above which a decision needs two people, as rows of settings_log (spec 7.7). */
final class Limits {
  private static final String NAME = "two_person_money";
  private static final String MONEY = "money";

  private final RunSettings settings;

  Limits(LogStore store, RunId run) {
    this.settings = new RunSettings(store, run, "limit");
  }

  /** {@return the limit that was set last; empty if one person always is enough} */
  Optional<BigDecimal> twoPersons(CommitPosition asOf) {
    return settings.rows(asOf).stream()
        .map(RunSettings::record)
        .filter(setting -> setting.name().equals(NAME))
        .reduce((earlier, later) -> later)
        .map(setting -> CanonicalJson.fields(setting.body().getBytes(UTF_8)).get(MONEY))
        .map(amount -> new BigDecimal(amount.toString()));
  }

  /** Sets the limit; empty takes it away. */
  SettingRecord set(Actor actor, Optional<BigDecimal> above, Instant actedAt) {
    Rights.ofAdmin(actor, "set the money above which decisions need two people");
    above.ifPresent(amount -> Rules.check(amount.signum() >= 0, MONEY, amount, "0 or more"));
    Map<String, Object> body =
        above.<Map<String, Object>>map(amount -> Map.of(MONEY, amount)).orElseGet(Map::of);
    return settings.set(
        RunSettings.row(actor.id(), actedAt, null, actedAt), body, NAME, actedAt.toString());
  }
}
