package org.minorityreport.cli.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.minorityreport.api.feed.SeriesPoint;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.MinorityReports;
import org.minorityreport.core.feed.ProtectionFeed;

/** All that is shown of one event. */
record EventPart(
    String id,
    String anchor,
    String title,
    String category,
    String colour,
    String state,
    String stateColour,
    boolean open,
    String window,
    String length,
    String impact,
    String units,
    String severity,
    String places,
    List<Cause> causes,
    List<EvidenceLine> evidence,
    String decision,
    List<String> degraded,
    List<SalesChart> charts,
    List<StoreLine> stores,
    int reports,
    String reportsNoun,
    String more) {
  private static final int MOST_POINTS = 400;
  private static final int FEW_POINTS = 60;
  private static final int MOST_STORES = 12;
  private static final int MOST_PLACES = 4;
  private static final Duration LEAST_AROUND = Duration.ofHours(12);

  /** Of long steps more is shown, so that one sees what is usual. */
  private static final int LEAST_STEPS = 14;

  private static final Duration FEW_DAYS = Duration.ofDays(3);
  private static final double PERCENT = 100;

  static EventPart of(
      ProtectionFeed feed, MinorityEvent event, MinorityReports reports, Palette palette) {
    List<MinorityReport> members = RunPage.members(event, reports);
    Instant end = end(event, members);
    Duration length = Duration.between(event.windowStart(), end);
    List<StoreLine> stores = new ArrayList<>();
    TimeSpan shown = shown(feed, event, end, length);
    members.stream()
        .limit(MOST_STORES)
        .forEach(report -> stores.add(StoreLine.of(report, feed, shown)));
    return new EventPart(
        event.eventId().value(),
        event.eventId().abbreviated(),
        title(event),
        Palette.words(Palette.category(event)),
        palette.colour(event),
        Palette.words(event.reviewState().wireName()),
        "s-" + event.reviewState().wireName().replace('_', '-'),
        event.windowEnd().isEmpty(),
        Times.span(event.windowStart(), end, event.windowEnd().isEmpty()),
        Times.length(length),
        Amounts.signed(event.impactEstimate()),
        Amounts.signed(event.attributedSalesTotal().subtract(event.baselineSalesTotal())),
        event.direction() == Direction.UPLIFT ? "more than expected" : "less than expected",
        places(event),
        causes(event),
        evidence(event, members),
        decision(event, members),
        event.degradedReasons(),
        chart(feed, event, end, shown).map(List::of).orElse(List.of()),
        stores,
        members.size(),
        members.size() == 1 ? "report" : "reports",
        members.size() > MOST_STORES
            ? "and " + Amounts.count(members.size() - MOST_STORES, "report", "reports") + " more"
            : "");
  }

  static String title(MinorityEvent event) {
    return event
        .finalCause()
        .or(() -> event.proposedCause().filter(cause -> !cause.equals("unknown")))
        .or(event::cohortName)
        .orElse("Unexplained");
  }

  private static Instant end(MinorityEvent event, List<MinorityReport> members) {
    Instant end = event.windowEnd().orElse(event.windowStart());
    if (event.windowEnd().isEmpty()) {
      for (MinorityReport report : members) {
        Instant its = report.windowEnd().orElse(report.raisedAt());
        end = its.isAfter(end) ? its : end;
      }
    }
    return end;
  }

  /** The window with what is before and after it. */
  private static TimeSpan shown(
      ProtectionFeed feed, MinorityEvent event, Instant end, Duration length) {
    String id = event.eventId().value();
    Duration around = length.compareTo(LEAST_AROUND) > 0 ? length : LEAST_AROUND;
    Instant from = event.windowStart();
    List<SeriesPoint> begin = feed.series(id, from, from.plus(FEW_DAYS));
    if (begin.size() > 1) {
      Duration step = Duration.between(begin.get(0).timestamp(), begin.get(1).timestamp());
      Duration some = step.multipliedBy(LEAST_STEPS);
      around = around.compareTo(some) > 0 ? around : some;
    }
    return TimeSpan.of(from.minus(around), end.plus(around));
  }

  private static Optional<SalesChart> chart(
      ProtectionFeed feed, MinorityEvent event, Instant end, TimeSpan shown) {
    return SalesChart.of(
        feed.series(event.eventId().value(), shown.from(), shown.to(), MOST_POINTS),
        TimeSpan.of(event.windowStart(), end),
        title(event)
            + ": "
            + Amounts.whole(event.attributedSalesTotal())
            + " units sold, "
            + Amounts.whole(event.baselineSalesTotal())
            + " expected");
  }

  private static String places(MinorityEvent event) {
    int stores = event.storeIds().size();
    List<String> regions = event.regions();
    String where =
        regions.isEmpty()
            ? ""
            : regions.size() <= MOST_PLACES
                ? " in " + String.join(", ", regions)
                : " in " + regions.size() + " regions";
    return Amounts.count(stores, "store", "stores") + where;
  }

  private static List<Cause> causes(MinorityEvent event) {
    List<Cause> causes = new ArrayList<>();
    add(causes, event.proposedCause(), event.proposedCauseCategory(), event.confidenceScore());
    add(causes, event.proposedCause2(), event.proposedCauseCategory2(), event.confidenceScore2());
    add(causes, event.proposedCause3(), event.proposedCauseCategory3(), event.confidenceScore3());
    return causes;
  }

  private static void add(
      List<Cause> causes,
      Optional<String> cause,
      Optional<String> category,
      OptionalDouble confidence) {
    cause.ifPresent(
        name ->
            causes.add(
                new Cause(
                    name,
                    category.map(Palette::words).orElse(""),
                    Amounts.percent(confidence),
                    Amounts.place(confidence.orElse(0) * PERCENT))));
  }

  /** What people added to the event and what its reports cite, each once. */
  private static List<EvidenceLine> evidence(MinorityEvent event, List<MinorityReport> members) {
    Map<String, EvidenceLine> lines = new LinkedHashMap<>();
    Stream.concat(
            event.supportingEvidence().stream(),
            members.stream().flatMap(report -> report.supportingEvidence().stream()))
        .map(EvidenceLine::of)
        .forEach(line -> lines.putIfAbsent(line.kind() + line.ref(), line));
    return List.copyOf(lines.values());
  }

  private static String decision(MinorityEvent event, List<MinorityReport> members) {
    if (event.finalDecision().isPresent()) {
      return capital(event.finalDecision().get().replace('_', ' '))
          + event.decidedBy().map(by -> " by " + by.actor()).orElse("")
          + event.finalCause().map(cause -> ": " + cause).orElse("")
          + event.finalizedAt().map(at -> ", " + Times.minute(at)).orElse("");
    }
    long decided = members.stream().filter(r -> r.finalDecision().isPresent()).count();
    return decided == 0
        ? "Nobody has decided yet."
        : decided + " of " + members.size() + " reports decided one by one.";
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** A cause with its confidence. */
  record Cause(String name, String category, String confidence, String width) {}

  /** What speaks for it. */
  record EvidenceLine(String kind, String ref, String note) {
    static EvidenceLine of(Evidence evidence) {
      return new EvidenceLine(
          Palette.words(evidence.kind().wireName()), evidence.ref(), evidence.note().orElse(""));
    }
  }

  /** One report of it. */
  record StoreLine(
      String id,
      String store,
      String place,
      String window,
      String units,
      String impact,
      String state,
      List<Sparkline> sales) {
    static StoreLine of(MinorityReport report, ProtectionFeed feed, TimeSpan shown) {
      return new StoreLine(
          report.reportId().abbreviated(),
          report.storeId().value(),
          report
              .retailer()
              .map(name -> name + report.city().map(c -> ", " + c).orElse(""))
              .orElse(""),
          Times.span(
              report.windowStart(),
              report.windowEnd().orElse(report.raisedAt()),
              report.windowEnd().isEmpty()),
          Amounts.signed(report.attributedSalesTotal().subtract(report.baselineSalesTotal())),
          Amounts.signed(report.impactEstimate()),
          Palette.words(report.reviewState().wireName()),
          Sparkline.of(feed.series(report.reportId().value(), shown.from(), shown.to(), FEW_POINTS))
              .map(List::of)
              .orElse(List.of()));
    }
  }
}
