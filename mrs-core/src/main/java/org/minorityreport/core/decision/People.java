package org.minorityreport.core.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.model.Candidate;
import org.minorityreport.api.model.Season;
import org.minorityreport.api.record.ContextAction;
import org.minorityreport.api.record.ContextRecorded;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportCohorted;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.record.SettingRecord;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.stage.ConfirmedCauses;
import org.minorityreport.api.stage.Exclusion;
import org.minorityreport.api.stage.Placements;
import org.minorityreport.api.stage.RejectedCause;
import org.minorityreport.api.stage.SuppressionConditions;
import org.minorityreport.api.stage.SuppressionRule;
import org.minorityreport.core.attribution.Candidates;
import org.minorityreport.core.identity.Digests;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.LogCodec;
import tools.jackson.core.JacksonException;

/**
 * What a tick knows of what people did. Immutable: each tick makes a new one. Grows with the
 * reports of the look-back and with what people did.
 */
public final class People {
  /** Nobody did anything. */
  public static final People NOBODY =
      new People(
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeMap<>(),
          Map.of(),
          new TreeMap<>(),
          new TreeMap<>(),
          Placements.none(),
          new TreeMap<>());

  /** Causes that were paid for: a confirmed one is no reason to leave anything out (spec 8.5). */
  private static final Set<String> PAID = Set.of("paid_media", "trade_promotion");

  private final SortedMap<String, Long> seen;
  private final SortedMap<ReportId, KnownReport> reports;
  private final SortedMap<String, List<UserEdit>> acts;
  private final Map<AnnotationId, Instant> firstSeen;
  private final SortedMap<String, ContextRecorded> recorded;
  private final SortedMap<String, List<SettingRecord>> rules;
  private final Placements placements;
  private final SortedMap<ConfirmedIn, Long> confirmed;

  private People(
      SortedMap<String, Long> seen,
      SortedMap<ReportId, KnownReport> reports,
      SortedMap<String, List<UserEdit>> acts,
      Map<AnnotationId, Instant> firstSeen,
      SortedMap<String, ContextRecorded> recorded,
      SortedMap<String, List<SettingRecord>> rules,
      Placements placements,
      SortedMap<ConfirmedIn, Long> confirmed) {
    this.seen = seen;
    this.reports = reports;
    this.acts = acts;
    this.firstSeen = firstSeen;
    this.recorded = recorded;
    this.rules = rules;
    this.placements = placements;
    this.confirmed = confirmed;
  }

  /** {@return how many rows of each log were seen, by wire name} */
  public SortedMap<String, Long> seen() {
    return seen;
  }

  /** {@return where people put reports and events} */
  public Placements placements() {
    return placements;
  }

  /**
   * Takes in what a tick is the first to see.
   *
   * @param rows rows after those that were seen
   * @param tick the tick
   * @return what that tick knows
   */
  public People see(PeopleRows rows, Instant tick) {
    SortedMap<String, List<UserEdit>> allActs = new TreeMap<>(acts);
    rows.edits().forEach(row -> act(allActs, Logs.USER_EDITS, row));
    rows.eventEdits().forEach(row -> act(allActs, Logs.USER_EVENT_EDITS, row));
    SortedMap<String, ContextRecorded> allRecorded = new TreeMap<>(recorded);
    rows.recorded().forEach(row -> record(allRecorded, row));
    SortedMap<String, List<SettingRecord>> allRules = new TreeMap<>(rules);
    rows.settings().forEach(row -> rule(allRules, row));
    Map<AnnotationId, Instant> seenAt = new HashMap<>(firstSeen);
    allActs.values().forEach(made -> made.forEach(a -> seenAt.putIfAbsent(a.annotationId(), tick)));
    SortedMap<ReportId, KnownReport> known = new TreeMap<>(reports);
    rows.edits().forEach(row -> reject(known, Logs.USER_EDITS, row));
    rows.eventEdits().forEach(row -> reject(known, Logs.USER_EVENT_EDITS, row));
    if (!placements.reports().equals(rows.placements().reports())) {
      known.replaceAll(
          (id, report) ->
              report.placed(
                  placements.reports().get(id), rows.placements().reports().get(id), tick));
    }
    if (!allActs.isEmpty()) {
      Map<AnnotationId, UserEdit> byId = new HashMap<>();
      allActs.values().forEach(made -> made.forEach(a -> byId.put(a.annotationId(), a)));
      Map<String, Ruling> rulings = new HashMap<>();
      allActs.forEach((target, made) -> rulings.put(target, Ruling.of(made, byId::get)));
      known.replaceAll((id, report) -> decide(id, report, rulings, seenAt, tick));
    }
    return new People(
        rows.seen(),
        known,
        allActs,
        seenAt,
        allRecorded,
        allRules,
        rows.placements(),
        rows.confirmed());
  }

  private static void act(
      SortedMap<String, List<UserEdit>> acts, Log<UserEdit> log, StoredRow row) {
    String target = row.isRetracted() ? "" : LogCodec.read(log, row).targetId();
    if (row.isRetracted()) {
      acts.replaceAll(
          (t, made) ->
              made.stream()
                  .filter(act -> !LogCodec.row(log, act).key().equals(row.key()))
                  .toList());
      return;
    }
    List<UserEdit> made = new ArrayList<>(acts.getOrDefault(target, List.of()));
    made.add(LogCodec.read(log, row));
    acts.put(target, made);
  }

  /** Notes what an act that links what it was instead rejects, of a report or those of an event. */
  private static void reject(
      SortedMap<ReportId, KnownReport> known, Log<UserEdit> log, StoredRow row) {
    if (row.isRetracted() || !row.text().contains("\"reject\"")) {
      return;
    }
    UserEdit act = LogCodec.read(log, row);
    if (EditAction.of(act.action()).filter(a -> a == EditAction.REJECT).isPresent()
        && !act.linkedContextIds().isEmpty()) {
      known.replaceAll(
          (id, report) ->
              act.targetId().equals(id.value()) || report.isIn(act.targetId())
                  ? report.rejected(act)
                  : report);
    }
  }

  /**
   * What is not to be proposed for a report (spec 4.3).
   *
   * @param report a report
   * @return the causes that people rejected for it, or for its event, and linked what it was
   *     instead; without those that were taken back
   */
  public List<RejectedCause> rejected(ReportId report) {
    KnownReport known = reports.get(report);
    if (known == null || known.rejections().isEmpty()) {
      return List.of();
    }
    return known.rejections().stream()
        .filter(
            rejection ->
                Ruling.standing(acts.getOrDefault(rejection.target(), List.of())).stream()
                    .anyMatch(act -> act.annotationId().equals(rejection.act())))
        .map(Rejection::cause)
        .toList();
  }

  private static void record(SortedMap<String, ContextRecorded> recorded, StoredRow row) {
    if (!row.isRetracted()) {
      ContextRecorded now = LogCodec.read(Logs.CONTEXT_RECORDED, row);
      recorded.put(now.contextId(), now);
    }
  }

  private static void rule(SortedMap<String, List<SettingRecord>> rules, StoredRow row) {
    SettingRecord setting = row.isRetracted() ? null : LogCodec.read(Logs.SETTINGS, row);
    boolean isRule = setting != null && setting.kind().equals(PeopleLogs.SUPPRESSION_RULE);
    if (setting != null && isRule && conditions(setting).isPresent()) {
      List<SettingRecord> versions = new ArrayList<>(rules.getOrDefault(setting.name(), List.of()));
      versions.add(setting);
      rules.put(setting.name(), versions);
    }
  }

  private static KnownReport decide(
      ReportId id,
      KnownReport report,
      Map<String, Ruling> rulings,
      Map<AnnotationId, Instant> seenAt,
      Instant tick) {
    Optional<AnnotationId> now = deciding(id, report, rulings, seenAt);
    List<Confirmed> all = report.confirmed();
    @Nullable Confirmed last = all.isEmpty() ? null : all.get(all.size() - 1);
    boolean held = last != null && last.until().isEmpty();
    if (held && now.isPresent()) {
      return report; // another act that confirms it changes nothing of what to leave out
    }
    List<Confirmed> changed = new ArrayList<>(all);
    if (held && last != null) {
      changed.set(all.size() - 1, new Confirmed(last.act(), last.from(), Optional.of(tick)));
    } else if (now.isPresent()) {
      changed.add(new Confirmed(now.get(), tick, Optional.empty()));
    } else {
      return report;
    }
    return report.withConfirmed(changed);
  }

  /**
   * The act that confirms a report with a cause that nobody paid for: its own, else its event's.
   */
  private static Optional<AnnotationId> deciding(
      ReportId id,
      KnownReport report,
      Map<String, Ruling> rulings,
      Map<AnnotationId, Instant> seenAt) {
    Ruling own = rulings.get(id.value());
    Instant reopened = Instant.MIN;
    if (own != null && own.state() == Ruling.State.DECIDED) {
      return confirming(own, report);
    }
    if (own != null && own.state() == Ruling.State.REOPENED) {
      reopened = seen(own, seenAt);
    }
    List<InEvent<Instant>> path = report.path().events();
    for (int i = path.size() - 1; i >= 0; i--) {
      InEvent<Instant> membership = path.get(i);
      Ruling ofEvent = rulings.get(membership.event().value());
      if (ofEvent != null
          && ofEvent.state() != Ruling.State.NONE
          && membership.inherits(seen(ofEvent, seenAt))) {
        return seen(ofEvent, seenAt).isAfter(reopened)
            ? confirming(ofEvent, report)
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Instant seen(Ruling ruling, Map<AnnotationId, Instant> seenAt) {
    UserEdit since = ruling.since();
    return since == null ? Instant.MIN : seenAt.getOrDefault(since.annotationId(), Instant.MAX);
  }

  private static Optional<AnnotationId> confirming(Ruling ruling, KnownReport report) {
    UserEdit said = ruling.said();
    UserEdit act = ruling.act();
    if (!ruling.isConfirmed() || act == null || said == null) {
      return Optional.empty();
    }
    String category = said.causeCategory().orElse(report.category());
    return PAID.contains(category) ? Optional.empty() : Optional.of(act.annotationId());
  }

  /**
   * What the stages made of a tick.
   *
   * @param tick the tick
   * @param detected rows of detection
   * @param attributed rows of attribution
   * @param cohorted rows of cohorting
   * @param events rows about events
   * @param from reports that ended before are forgotten: nobody looks back so far
   * @return what the next tick knows
   */
  public People after(
      Instant tick,
      List<ReportDetected> detected,
      List<ReportAttributed> attributed,
      List<ReportCohorted> cohorted,
      List<EventRecord> events,
      Instant from) {
    SortedMap<ReportId, KnownReport> known = new TreeMap<>(reports);
    known.values().removeIf(r -> r.windowEnd().filter(end -> end.isBefore(from)).isPresent());
    for (ReportDetected row : detected) {
      KnownReport before = known.get(row.reportId());
      known.put(row.reportId(), before == null ? KnownReport.of(row) : before.with(row));
    }
    attributed.stream()
        .filter(row -> row.confidenceScore().isPresent())
        .forEach(row -> known.computeIfPresent(row.reportId(), (id, r) -> r.with(row)));
    for (EventRecord event : events) { // before the rows of reports, which say where they are now
      event
          .mergedInto()
          .ifPresent(into -> known.replaceAll((id, r) -> r.merged(event.eventId(), into, tick)));
    }
    cohorted.forEach(
        row -> known.computeIfPresent(row.reportId(), (id, r) -> r.in(row.reportGroupId(), tick)));
    return new People(seen, known, acts, firstSeen, recorded, rules, placements, confirmed);
  }

  /**
   * What a baseline model is not to learn from.
   *
   * @return exclusions of each series that has any, by start
   */
  public Map<StoreId, Map<Sku, List<Exclusion>>> exclusions() {
    Map<StoreId, Map<Sku, List<Exclusion>>> all = new HashMap<>();
    for (KnownReport report : reports.values()) {
      for (Confirmed confirmed : report.confirmed()) {
        for (ReportMember member : report.members()) {
          Instant end = member.windowEnd().orElse(confirmed.from());
          if (end.isAfter(report.onset())) {
            all.computeIfAbsent(report.store(), k -> new HashMap<>())
                .computeIfAbsent(member.sku(), k -> new ArrayList<>())
                .add(
                    Exclusion.builder()
                        .span(TimeSpan.of(report.onset(), end))
                        .since(confirmed.from())
                        .until(confirmed.until())
                        .build());
          }
        }
      }
    }
    return all;
  }

  /** {@return the context events that people recorded and did not withdraw, by id} */
  public List<Candidate> recorded() {
    List<Candidate> candidates = new ArrayList<>();
    for (ContextRecorded row : recorded.values()) {
      boolean withdrawn =
          ContextAction.of(row.action()).filter(a -> a == ContextAction.WITHDRAW).isPresent();
      row.contextEvent()
          .filter(event -> !withdrawn)
          .ifPresent(
              event ->
                  candidates.add(
                      Candidates.recorded(event, Digests.sha256Hex(CanonicalJson.bytes(event)))));
    }
    return candidates;
  }

  /**
   * Which causes people confirmed, with whatever finalisation made of that before the tick.
   *
   * @param retailers names the retailer of a store, if it is known
   * @return numbers of reports, by category, retailer and season
   */
  public List<ConfirmedCauses> confirmed(Function<StoreId, Optional<String>> retailers) {
    SortedMap<String, SortedMap<String, EnumMap<Season, Long>>> reports = new TreeMap<>();
    confirmed.forEach(
        (in, count) ->
            reports
                .computeIfAbsent(in.category(), k -> new TreeMap<>())
                .computeIfAbsent(
                    retailers.apply(in.store()).orElse(""), k -> new EnumMap<>(Season.class))
                .merge(in.season(), count, Long::sum));
    List<ConfirmedCauses> causes = new ArrayList<>();
    reports.forEach(
        (category, ofRetailer) ->
            ofRetailer.forEach(
                (retailer, ofSeason) ->
                    ofSeason.forEach(
                        (season, count) ->
                            causes.add(
                                ConfirmedCauses.builder()
                                    .category(category)
                                    .retailer(Optional.of(retailer).filter(name -> !name.isEmpty()))
                                    .season(season)
                                    .reports(count)
                                    .build()))));
    return causes;
  }

  /**
   * Whether a person recorded, corrected or withdrew a context event: then the row of a source with
   * its id counts no more.
   *
   * @param contextId id of a context event
   * @return whether people spoke of it
   */
  public boolean spokeOf(String contextId) {
    return recorded.containsKey(contextId);
  }

  /**
   * The suppression rules in force.
   *
   * @param tick the tick
   * @return of each name the version that came last of those that begin by then, unless it is over;
   *     by name
   */
  public List<SuppressionRule> rules(Instant tick) {
    List<SuppressionRule> inForce = new ArrayList<>();
    rules.forEach(
        (name, versions) -> {
          SettingRecord last = null;
          for (SettingRecord version : versions) {
            last = version.validFrom().isAfter(tick) ? last : version;
          }
          if (last != null && last.validTo().filter(end -> !tick.isBefore(end)).isEmpty()) {
            String version = last.settingVersion();
            conditions(last)
                .map(it -> SuppressionRule.builder().conditions(it).name(name).version(version))
                .ifPresent(rule -> inForce.add(rule.build()));
          }
        });
    return inForce;
  }

  /** What a rule says; a body that says nothing a rule could say is no rule, and stops no tick. */
  private static Optional<SuppressionConditions> conditions(SettingRecord setting) {
    try {
      return Optional.of(
          CanonicalJson.read(setting.body().getBytes(UTF_8), SuppressionConditions.class));
    } catch (JacksonException | InvalidValueException e) {
      return Optional.empty();
    }
  }
}
