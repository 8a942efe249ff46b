package org.minorityreport.cli.page;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.minorityreport.api.health.Health;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.RunStarted;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityEvents;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.MinorityReports;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.feed.ProtectionFeed;
import org.minorityreport.core.json.CanonicalJson;

/** The page of a run. */
public final class RunPage {
  private static final String TEMPLATE = "run-page.mustache";

  /** Characters of control and of writing direction, which a reader cannot see. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

  /** Events by the money that they moved, those without money by units. */
  private static final Comparator<MinorityEvent> GREATEST =
      Comparator.comparing((MinorityEvent event) -> Amounts.size(event.impactEstimate()))
          .thenComparing(RunPage::units)
          .reversed()
          .thenComparing(MinorityEvent::eventId);

  private final Mrs mrs;
  private final LogStore logs;
  private final AsOf asOf;
  private final int most;

  /**
   * The page of a run as of a moment.
   *
   * @param mrs the run
   * @param logs its store
   * @param asOf the moment
   * @param most how many events are shown whole, the greatest; 0 or more
   */
  public RunPage(Mrs mrs, LogStore logs, AsOf asOf, int most) {
    this.mrs = mrs;
    this.logs = logs;
    this.asOf = asOf;
    this.most = most;
  }

  /**
   * Writes the page.
   *
   * @param out where to; neither flushed nor closed
   * @throws UncheckedIOException if it cannot be written
   */
  public void write(Writer out) {
    MinorityReports reports = mrs.reports(asOf);
    MinorityEvents events = mrs.events(asOf);
    List<MinorityEvent> living = new ArrayList<>();
    for (MinorityEvent event : events.all()) {
      if (!event.reportIds().isEmpty()) {
        living.add(event);
      }
    }
    Palette palette = Palette.of(living);
    List<MinorityEvent> shown = living.stream().sorted(GREATEST).limit(most).toList();
    List<EventPart> parts = new ArrayList<>();
    ProtectionFeed feed = mrs.feed(asOf);
    for (MinorityEvent event : shown) {
      parts.add(EventPart.of(feed, event, reports, palette));
    }
    Health health = mrs.health(asOf);
    TreeMap<String, Object> page = new TreeMap<>();
    page.put("run", mrs.run().value());
    page.put("position", Amounts.count(reports.refreshSeq().value()));
    page.put("tick", health.tick().map(Times::minute).orElse("no tick yet"));
    page.put("unreadable", reports.unreadable());
    page.put("glance", Glance.of(living, reports.all(), health, currency()));
    page.put("empty", living.isEmpty());
    page.put("legend", palette.entries());
    page.put("timeline", Timeline.of(shown, palette));
    page.put("map", ClusterMap.of(reports.all(), palette));
    page.put("events", parts);
    page.put("shown", Amounts.count(shown.size()));
    page.put("hidden", living.size() > shown.size());
    page.put("all", Amounts.count(living.size()));
    page.put("operation", Operation.of(logs, mrs.run(), mrs.position(asOf), reports.all(), health));
    try (Reader template = template()) {
      Mustache.compiler().withEscaper(RunPage::escaped).compile(template).execute(page, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BigDecimal units(MinorityEvent event) {
    return event.attributedSalesTotal().subtract(event.baselineSalesTotal()).abs();
  }

  private Optional<String> currency() {
    List<String> currencies = new ArrayList<>();
    logs.read(
        Logs.RUNS,
        mrs.run(),
        CommitPosition.START,
        mrs.position(asOf),
        row -> {
          if (!row.isRetracted()) {
            CanonicalJson.read(row.json(), RunStarted.class).currency().ifPresent(currencies::add);
          }
        });
    return currencies.stream().findFirst();
  }

  /** Text of data as text of the page, without what would turn around or break its lines. */
  private static String escaped(String text) {
    return Escapers.HTML.escape(UNSEEN.matcher(text).replaceAll("\uFFFD"));
  }

  private static Reader template() {
    InputStream in = RunPage.class.getResourceAsStream(TEMPLATE);
    if (in == null) {
      throw new IllegalStateException(TEMPLATE + " is missing from the jar; build it again");
    }
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }

  /** {@return the reports of an event that are there, by onset} */
  static List<MinorityReport> members(MinorityEvent event, MinorityReports reports) {
    List<MinorityReport> members = new ArrayList<>();
    event.reportIds().forEach(id -> members.add(reports.get(id.value())));
    members.sort(
        Comparator.comparing(MinorityReport::firstDetectedFrom)
            .thenComparing(MinorityReport::reportId));
    return members;
  }
}
