package org.minorityreport.core.feed;

import com.google.common.base.Suppliers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.feed.Assessment;
import org.minorityreport.api.feed.FeedChange;
import org.minorityreport.api.feed.FeedHead;
import org.minorityreport.api.feed.FeedOptions;
import org.minorityreport.api.feed.LimitAction;
import org.minorityreport.api.feed.MaskMatrix;
import org.minorityreport.api.feed.MaskScope;
import org.minorityreport.api.feed.MaskWindow;
import org.minorityreport.api.feed.Outlook;
import org.minorityreport.api.feed.ProtectedStep;
import org.minorityreport.api.feed.SafetyReport;
import org.minorityreport.api.feed.SeriesPoint;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.ClusterVersion;
import org.minorityreport.api.record.StoreRecord;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.value.Rules;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.MinorityReports;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.library.LibraryRows;
import org.minorityreport.core.tag.Tags;

/**
 * What optimisers read of a run, as of one moment (spec 8.5): it never changes, whatever is
 * appended later. Thread-safe; holds reports and the places of rows, and of sales some days of a
 * series.
 *
 * <pre>{@code
 * ProtectionFeed feed = mrs.feed(AsOf.atTag("June budget"));
 * feed.sales(step -> train(step.keptUnits(), step.weight()));
 * mrs.feed().changes(AsOf.atTag("June budget"), change -> follow(change));
 * }</pre>
 */
public final class ProtectionFeed {
  /** Version of the form of what the feed gives. */
  public static final int VERSION = 1;

  private final LogStore store;
  private final RunId run;
  private final CommitPosition position;
  private final Optional<Instant> tick;
  private final FeedOptions options;
  private final Function<AsOf, List<MinorityReport>> views;
  private final Supplier<List<MinorityReport>> reports;
  private final Supplier<DayReader> days;
  private final Supplier<Outlooks> outlooks;
  private final Supplier<FeedState> state;
  private final Supplier<SafetyReport> safety;

  private ProtectionFeed(
      LogStore store,
      RunId run,
      CommitPosition position,
      Optional<Instant> tick,
      FeedOptions options,
      Function<AsOf, List<MinorityReport>> views,
      Supplier<List<MinorityReport>> reports,
      Supplier<DayReader> days) {
    this.store = store;
    this.run = run;
    this.position = position;
    this.tick = tick;
    this.options = options;
    this.views = views;
    this.reports = reports;
    this.days = days;
    this.outlooks = Suppliers.memoize(() -> new Outlooks(reports.get(), library(position)));
    this.state =
        Suppliers.memoize(
            () -> new FeedState(reports.get(), options, days.get(), position, outlooks.get()));
    this.safety = Suppliers.memoize(() -> Safety.of(state.get(), options, regions()));
  }

  /**
   * The feed of a run.
   *
   * @param store the logs
   * @param run the line of work
   * @param asOf what was known, and about which ticks
   * @param views hydrates the reports of a moment
   * @return the feed, with the options of {@code FeedOptions.builder().build()}
   * @throws UsageException if there is no such tag, the position lies after the newest commit, or
   *     the run has no ticks up to there
   */
  public static ProtectionFeed of(
      LogStore store, RunId run, AsOf asOf, Function<AsOf, MinorityReports> views) {
    CommitPosition position = new Tags(store, run).position(asOf);
    if (store.count(Logs.STAGE_RUNS, run, position) == 0
        && store.count(Logs.BASELINE_PREDICTIONS, run, position) == 0) {
      throw new UsageException(
          "run '" + run + "' has no ticks up to position " + position + ", so it has no feed");
    }
    AsOf fixed = at(position, asOf.tick());
    return new ProtectionFeed(
        store,
        run,
        position,
        asOf.tick(),
        FeedOptions.builder().build(),
        at -> views.apply(at).all(),
        Suppliers.memoize(() -> views.apply(fixed).all()),
        Suppliers.memoize(
            () -> new DayReader(store, DayIndex.at(store, run, position, asOf.tick()), position)));
  }

  /**
   * The same feed for a consumer that wants something else.
   *
   * @param wanted options
   * @return the feed of the same moment
   */
  public ProtectionFeed with(FeedOptions wanted) {
    Objects.requireNonNull(wanted, "wanted");
    return new ProtectionFeed(store, run, position, tick, wanted, views, reports, days);
  }

  /**
   * The feed as it would be if there were no other reports than some.
   *
   * @param which the reports that it is about
   * @return the feed of the same moment, with the same options
   */
  public ProtectionFeed about(Predicate<? super MinorityReport> which) {
    Objects.requireNonNull(which, "which");
    return new ProtectionFeed(
        store,
        run,
        position,
        tick,
        options,
        at -> views.apply(at).stream().filter(which).toList(),
        Suppliers.memoize(() -> reports.get().stream().filter(which).toList()),
        days);
  }

  /** {@return what the feed is of} */
  public FeedHead head() {
    return FeedHead.builder()
        .feedVersion(VERSION)
        .runId(run)
        .position(position.value())
        .tick(tick)
        .options(options)
        .decisions(state.get().decisions())
        .assessments(state.get().assessments().size())
        .build();
  }

  /**
   * {@return what the feed says of each report, by id; those dismissed, superseded or suppressed
   * are not in it}
   */
  public List<Assessment> assessments() {
    return List.copyOf(state.get().assessments().values());
  }

  /**
   * Gives the protected sales by store, SKU and step. They are read as they are given, some days of
   * one series at a time.
   *
   * @param reader is given each step, on the calling thread; what it throws ends the reading
   * @throws UsageException if the safety report refuses, naming store, product, week and share
   */
  public void sales(Consumer<? super ProtectedStep> reader) {
    requireSafe();
    new ProtectedSales(state.get(), options).read(reader);
  }

  /**
   * {@return the windows to be left out, by store, SKU and start}
   *
   * @throws UsageException if the safety report refuses
   */
  public List<MaskWindow> windows() {
    requireSafe();
    return new Masks(state.get(), options).windows();
  }

  /**
   * The mask as a matrix: a row per store, a column per stretch of time, true where a window of one
   * of the wanted products lies in it, if only in part. With one product and the cadence of the
   * sales it says the same as the windows.
   *
   * @param column length of a column
   * @return the matrix, over all the time of the feed
   * @throws UsageException if the safety report refuses
   */
  public MaskMatrix matrix(Cadence column) {
    requireSafe();
    return new Masks(state.get(), options).matrix(column);
  }

  /**
   * {@return the mask as stretches of time with the stores and products that they concern, by time}
   *
   * @throws UsageException if the safety report refuses
   */
  public List<MaskScope> scopes() {
    requireSafe();
    return new Masks(state.get(), options).scopes();
  }

  /** {@return the series that have sales, sorted} */
  public List<SeriesId> seriesIds() {
    return days.get().index().series();
  }

  /** {@return how much is left out, and which limits that exceeds} */
  public SafetyReport safety() {
    return safety.get();
  }

  /**
   * Gives what is different from the feed as it was, for a consumer that has that: assessments by
   * report, then steps by store, SKU and time. Made one after the other they lead from there to
   * here.
   *
   * @param since a commit position or a tag, not after this feed
   * @param reader is given each change, on the calling thread; what it throws ends the reading
   * @throws UsageException if there is no such tag or position, or it lies after this feed; if the
   *     safety report refuses
   */
  public void changes(AsOf since, Consumer<? super FeedChange> reader) {
    CommitPosition from = new Tags(store, run).position(since);
    if (from.compareTo(position) > 0) {
      throw new UsageException(
          "position "
              + from
              + " lies after that of the feed, "
              + position
              + ": ask the later feed");
    }
    requireSafe();
    Optional<Instant> until = since.tick().or(() -> tick);
    AsOf then = at(from, until);
    DayReader daysThen = new DayReader(store, DayIndex.at(store, run, from, until), from);
    List<MinorityReport> reportsThen = views.apply(then);
    FeedState before =
        new FeedState(
            reportsThen, options, daysThen, from, new Outlooks(reportsThen, library(from)));
    new Changes(before, state.get(), options).read(reader);
  }

  /**
   * How an open report may go on.
   *
   * @param reportId id of a report, in full
   * @return empty if it is over, not in the feed, of no cluster, or too few of its cluster ended
   */
  public Optional<Outlook> outlook(String reportId) {
    Instant seen = newestTick();
    return reports.get().stream()
        .filter(report -> report.reportId().value().equals(reportId))
        .filter(report -> Standing.absence(report).isEmpty())
        .findFirst()
        .flatMap(report -> outlooks.get().of(report, seen));
  }

  private Map<String, ClusterVersion> library(CommitPosition upTo) {
    return LibraryRows.newest(LibraryRows.read(store, run, upTo));
  }

  /** {@return the outlooks of all open reports that have one, by report} */
  public List<Outlook> outlooks() {
    Instant seen = newestTick();
    return reports.get().stream()
        .filter(report -> Standing.absence(report).isEmpty())
        .flatMap(report -> outlooks.get().of(report, seen).stream())
        .toList();
  }

  /**
   * The sales behind a report or event, step by step, whatever is to be left out of them.
   *
   * @param id a report or event, in full
   * @param from steps that begin earlier are left out
   * @param to steps that begin then or later are left out
   * @return the sums over the series of its members, by time; of an event over those of its reports
   * @throws UsageException if the view shows no such report or event
   */
  public List<SeriesPoint> series(String id, Instant from, Instant to) {
    SortedSet<SeriesId> series = new TreeSet<>();
    for (MinorityReport report : reports.get()) {
      boolean isOf =
          report.reportId().value().equals(id)
              || report.reportGroupId().filter(event -> event.value().equals(id)).isPresent();
      if (isOf) {
        report.skus().forEach(sku -> series.add(SeriesId.of(report.storeId(), sku)));
      }
    }
    if (series.isEmpty()) {
      throw new UsageException("run '" + run + "' shows no report or event '" + id + "'");
    }
    return new SeriesSums(state.get(), options.intervalSpreads()).of(List.copyOf(series), from, to);
  }

  /**
   * The same for a screen, thinned without losing peaks.
   *
   * @param id a report or event, in full
   * @param from steps that begin earlier are left out
   * @param to steps that begin then or later are left out
   * @param most how many points at most, 3 or more
   * @return the first, the last, and those between that shape the line
   * @throws UsageException if the view shows no such report or event
   */
  public List<SeriesPoint> series(String id, Instant from, Instant to, int most) {
    Rules.check(most >= 3, "most", most, "3 or more");
    return Thinning.thin(series(id, from, to), most);
  }

  private void requireSafe() {
    boolean mayRefuse =
        options.limits().stream().anyMatch(limit -> limit.action() == LimitAction.REFUSE);
    if (mayRefuse) {
      Safety.require(safety.get(), run.value());
    }
  }

  private Instant newestTick() {
    Instant[] newest = {Instant.EPOCH};
    store.read(
        Logs.STAGE_RUNS,
        run,
        CommitPosition.START,
        position,
        row -> {
          boolean counts = tick.filter(row.writtenAt()::isAfter).isEmpty();
          if (counts && row.writtenAt().isAfter(newest[0])) {
            newest[0] = row.writtenAt();
          }
        });
    return newest[0];
  }

  /** The region of each store, as the logs know it. */
  private Map<StoreId, String> regions() {
    Map<StoreId, String> regions = new TreeMap<>();
    store.read(
        Logs.STORES,
        run,
        CommitPosition.START,
        position,
        row -> {
          if (!row.isRetracted() && tick.filter(row.writtenAt()::isAfter).isEmpty()) {
            StoreRecord record = LogCodec.read(Logs.STORES, row);
            String region = record.store().region().orElse("");
            regions.put(record.storeId(), region);
          }
        });
    return regions;
  }

  private static AsOf at(CommitPosition position, Optional<Instant> tick) {
    AsOf asOf = AsOf.atPosition(position);
    return tick.map(asOf::untilTick).orElse(asOf);
  }
}
