package org.minorityreport.core.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.SettingRecord;
import org.minorityreport.api.review.Actor;
import org.minorityreport.api.value.Rules;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.LogCodec;

/** The money above which a decision needs two people, as rows of settings_log (spec 7.7). */
final class Limits {
  private static final String KIND = "limit";
  private static final String NAME = "two_person_money";
  private static final String MONEY = "money";

  private final LogStore store;
  private final RunId run;

  Limits(LogStore store, RunId run) {
    this.store = store;
    this.run = run;
  }

  /** {@return the limit that was set last; empty if one person always is enough} */
  Optional<BigDecimal> twoPersons(CommitPosition asOf) {
    List<String> bodies = new ArrayList<>();
    store.read(
        Logs.SETTINGS,
        run,
        CommitPosition.START,
        asOf,
        row -> {
          SettingRecord setting = row.isRetracted() ? null : LogCodec.read(Logs.SETTINGS, row);
          if (setting != null && setting.kind().equals(KIND) && setting.name().equals(NAME)) {
            bodies.add(setting.body());
          }
        });
    return bodies.stream()
        .reduce((earlier, later) -> later)
        .map(body -> CanonicalJson.fields(body.getBytes(UTF_8)).get(MONEY))
        .map(amount -> new BigDecimal(amount.toString()));
  }

  /** Sets the limit; empty takes it away. */
  SettingRecord set(Actor actor, Optional<BigDecimal> above, Instant actedAt) {
    Rights.ofAdmin(actor, "set the money above which decisions need two people");
    above.ifPresent(amount -> Rules.check(amount.signum() >= 0, MONEY, amount, "0 or more"));
    Map<String, Object> body =
        above.<Map<String, Object>>map(amount -> Map.of(MONEY, amount)).orElseGet(Map::of);
    SettingRecord row =
        SettingRecord.builder()
            .runId(run)
            .writtenAt(actedAt)
            .kind(KIND)
            .name(NAME)
            .settingVersion(actedAt.toString())
            .body(CanonicalJson.text(body))
            .owner(actor.id())
            .validFrom(actedAt)
            .build();
    store.append(
        Commit.of(
            List.of(
                LogSlice.of(
                    Logs.SETTINGS,
                    Writer.ADMINISTRATION,
                    List.of(LogCodec.row(Logs.SETTINGS, row))))));
    return row;
  }
}
