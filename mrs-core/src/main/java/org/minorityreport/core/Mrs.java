package org.minorityreport.core;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.health.Health;
import org.minorityreport.api.health.HealthSettings;
import org.minorityreport.api.health.Objective;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.input.Inputs;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.model.Route;
import org.minorityreport.api.record.TagRecord;
import org.minorityreport.api.stage.Settings;
import org.minorityreport.api.taxonomy.Taxonomy;
import org.minorityreport.api.value.Rules;
import org.minorityreport.api.view.MinorityEvents;
import org.minorityreport.api.view.MinorityReports;
import org.minorityreport.core.alert.AlertOptions;
import org.minorityreport.core.alert.Alerts;
import org.minorityreport.core.approval.Policies;
import org.minorityreport.core.audit.Audit;
import org.minorityreport.core.decision.SuppressionRules;
import org.minorityreport.core.feed.ProtectionFeed;
import org.minorityreport.core.figures.Figures;
import org.minorityreport.core.health.HealthReader;
import org.minorityreport.core.hydrate.HydratedView;
import org.minorityreport.core.hydrate.Hydration;
import org.minorityreport.core.inheritance.InheritedDecisions;
import org.minorityreport.core.library.ClusterLibrary;
import org.minorityreport.core.lifecycle.Lifecycle;
import org.minorityreport.core.model.CallWatch;
import org.minorityreport.core.model.ChosenModel;
import org.minorityreport.core.model.ChosenModels;
import org.minorityreport.core.model.ModelCatalogue;
import org.minorityreport.core.model.ModelChoice;
import org.minorityreport.core.model.TimedCalls;
import org.minorityreport.core.registry.Governance;
import org.minorityreport.core.registry.ModelRegistry;
import org.minorityreport.core.review.Reviews;
import org.minorityreport.core.review.Views;
import org.minorityreport.core.run.RereviewReport;
import org.minorityreport.core.run.Retries;
import org.minorityreport.core.run.RunSetup;
import org.minorityreport.core.run.Runner;
import org.minorityreport.core.run.TickReport;
import org.minorityreport.core.setting.BandSettings;
import org.minorityreport.core.tag.Tags;
import org.minorityreport.core.taxonomy.ShippedTaxonomy;
import org.minorityreport.core.walk.Walks;

/**
 * The Minority Report System, embedded in a host.
 *
 * <pre>{@code
 * Mrs mrs = Mrs.builder().logs(LogStores.inMemory()).inputs(inputs).build();
 * mrs.tick(Instant.parse("2025-08-07T16:00:00Z"));
 * for (MinorityEvent event : mrs.events().active()) { ... }
 * }</pre>
 *
 * <p>Thread-safe: ticks wait for each other; reads never wait for a tick, but the first read after
 * a commit takes in what is new, and other reads wait for it.
 */
public final class Mrs implements AutoCloseable {
  /** Fewer rows of detection than these are read again in no time. */
  private static final long KEPT_FROM = 10_000;

  /** How many reports are looked at again at most, unless said. */
  private static final int REREVIEWED = 100;

  private final Runner runner;
  private final RunSetup setup;
  private final Tags tags;
  private final Hydration newest;
  private final Views views;
  private final Reviews reviews;
  private final HealthSettings healthSettings;

  private Mrs(RunSetup setup, Taxonomy taxonomy, HealthSettings healthSettings) {
    this.setup = setup;
    this.healthSettings = healthSettings;
    this.runner = new Runner(setup, this::meetsGoals);
    this.tags = new Tags(setup.logs(), setup.run());
    this.newest = Hydration.along(setup.logs(), setup.run(), setup.threads());
    this.views = new Views(newest::refresh, position -> view(AsOf.atPosition(position)));
    this.reviews =
        new Reviews(setup.logs(), setup.run(), setup.clock(), views, taxonomy, runner::finalise);
  }

  /** Whether what automatic approval asks of health is given (spec 7.5). */
  private boolean meetsGoals(HydratedView view) {
    Health health =
        new HealthReader(setup.logs(), setup.run(), healthSettings)
            .of(view, Optional.empty(), setup.clock().instant());
    return !health.objective(Objective.FRESHNESS).isMissed()
        && !health.objective(Objective.ERRORS).isMissed();
  }

  /** {@return a new builder} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Looks at the data at a moment and appends what the stages make of it, as one commit. If steps
   * that earlier ticks saw were corrected since, those ticks are run again in the same commit.
   *
   * @param tick the moment: steps that end later are not looked at
   * @return what became of it
   * @throws UsageException if the tick lies before the newest one and was never run
   * @throws org.minorityreport.api.error.InvalidInputException if the inputs cannot be used
   * @throws org.minorityreport.api.error.LogStoreException if the store fails; nothing is appended
   */
  public TickReport tick(Instant tick) {
    return runner.tick(tick);
  }

  /**
   * Runs new ticks one after the other, each its own commit. Each series is folded over many ticks
   * in one pass where the inputs stay the same, which is quicker; the rows are those of {@link
   * #tick}.
   *
   * @param ticks moments, each later than the one before
   * @return what became of each
   * @throws UsageException as {@link #tick} does; the ticks before are appended, but for up to 128
   *     before one at which the log store fails
   */
  public List<TickReport> ticks(List<Instant> ticks) {
    return runner.ticks(ticks);
  }

  /**
   * Runs all ticks from a moment on again over the data of today, as one commit: takes up what was
   * corrected so long ago that no tick did ({@link TickReport#tooOld}). Nothing is appended where
   * nothing changed.
   *
   * @param from the moment
   * @return what became of it
   * @throws UsageException if the run has no tick there or later
   */
  public TickReport rerun(Instant from) {
    return runner.rerun(from);
  }

  /**
   * Appends what acts of people come to (spec 4.5). Ticks do it by themselves; to be called after
   * each commit of acts.
   */
  public void finalise() {
    runner.finalise();
  }

  /** {@return the policies under which proposals are approved without a person (spec 7.5)} */
  public Policies policies() {
    return new Policies(setup.logs(), setup.run());
  }

  /**
   * Looks again at up to 100 closed reports, as {@link #rereview(int)} does.
   *
   * @return what became of it
   * @throws LogStoreException if the store fails
   */
  public RereviewReport rereview() {
    return rereview(REREVIEWED);
  }

  /**
   * Looks again at closed reports that a campaign or context event concerns which was entered,
   * corrected or withdrawn after the fact, by a source or a person, and of which their newest
   * proposal could not know: attribution is asked again about the original window with what is
   * known today. The new proposal stands beside the old one and beside what people decided. To be
   * called between ticks, as often as wanted; nothing is appended where nothing is new, or while a
   * stage or a source was down at the newest tick.
   *
   * @param most how many reports at most, the oldest causes first; at most one round for each
   * @return what became of it
   * @throws org.minorityreport.api.error.InvalidValueException if {@code most} is less than 1
   * @throws LogStoreException if the store fails
   */
  public RereviewReport rereview(int most) {
    return runner.rereview(
        most, () -> healthReader().at(AsOf.now(), setup.clock().instant()).isGood());
  }

  /**
   * Runs all ticks from a moment on again as {@link #rerun} does, and asks anew what failed at
   * them. Without this an outage that was recorded stays one: a call, stage or source that failed
   * at a tick fails again when the tick is run again.
   *
   * @param from the moment
   * @return what became of it, under the newest tick
   * @throws UsageException if no tick of the run lies there
   */
  public TickReport heal(Instant from) {
    return runner.heal(from);
  }

  /** {@return the reports as they stand now} */
  public MinorityReports reports() {
    return views.now().reports();
  }

  /**
   * The reports as they stood at some moment, hydrated for this call.
   *
   * @param asOf a commit position or a tag, and possibly a tick
   * @return the reports
   * @throws UsageException if there is no such tag, or the position lies after the newest commit
   */
  public MinorityReports reports(AsOf asOf) {
    return view(asOf).reports();
  }

  /** {@return the events as they stand now} */
  public MinorityEvents events() {
    return views.now().events();
  }

  /**
   * The events as they stood at some moment, hydrated for this call.
   *
   * @param asOf a commit position or a tag, and possibly a tick
   * @return the events
   * @throws UsageException if there is no such tag, or the position lies after the newest commit
   */
  public MinorityEvents events(AsOf asOf) {
    return view(asOf).events();
  }

  /**
   * Gives the present state a name for good, on behalf of who started this. The tag is a commit of
   * its own, so saying this again would name another state, and is refused.
   *
   * @param name 1 to 256 characters, not blank, without control characters
   * @param note what the state is for, not blank; or null
   * @return the tag
   * @throws UsageException as {@link #tag(String, CommitPosition, String, String)} does
   */
  public TagRecord tag(String name, @Nullable String note) {
    return tag(name, setup.logs().head(), note);
  }

  /**
   * Gives a state a name for good, on behalf of who started this.
   *
   * @param name 1 to 256 characters, not blank, without control characters
   * @param position the commit up to which the state goes
   * @param note what the state is for, not blank; or null
   * @return the tag
   * @throws UsageException as {@link #tag(String, CommitPosition, String, String)} does
   */
  public TagRecord tag(String name, CommitPosition position, @Nullable String note) {
    return tag(name, position, note, setup.startedBy());
  }

  /**
   * Gives a state a name for good. Saying the same again appends nothing; note and actor are then
   * those of the first time.
   *
   * @param name 1 to 256 characters, not blank, without control characters
   * @param position the commit up to which the state goes
   * @param note what the state is for, not blank; or null
   * @param actor who names it: an id of a person or program
   * @return the tag as the log holds it
   * @throws UsageException if name, note or actor break their rules, the position lies after the
   *     newest commit, or the name is that of another position
   * @throws LogStoreException if the store fails; nothing is appended
   */
  public TagRecord tag(String name, CommitPosition position, @Nullable String note, String actor) {
    return tags.set(name, position, note, actor, setup.clock().instant());
  }

  /** {@return the tags of the run, in the order in which they were set} */
  public List<TagRecord> tags() {
    return tags.all(setup.logs().head());
  }

  /**
   * The commit position that a moment stands for; for what takes positions, such as reads of {@link
   * #logs()}.
   *
   * @param asOf a moment; its tick, if it has one, is of no account here
   * @return the position
   * @throws UsageException if there is no such tag, or the position lies after the newest commit
   */
  public CommitPosition position(AsOf asOf) {
    return tags.position(asOf);
  }

  /** {@return all that can be asked about how this run came to what it shows} */
  public Audit audit() {
    return new Audit(setup);
  }

  /**
   * What optimisers read, as it stands now; it stays as it is whatever is appended later.
   *
   * @return the feed
   * @throws UsageException if the run has no ticks
   */
  public ProtectionFeed feed() {
    return feed(AsOf.now());
  }

  /**
   * What optimisers read, as it stood at some moment.
   *
   * @param asOf a commit position or a tag, and possibly a tick
   * @return the feed
   * @throws UsageException if there is no such tag, the position lies after the newest commit, or
   *     the run had no ticks by then
   */
  public ProtectionFeed feed(AsOf asOf) {
    return ProtectionFeed.of(setup.logs(), setup.run(), asOf, this::reports);
  }

  /** {@return what the system came to over a period (spec 8.6)} */
  public Figures figures() {
    return new Figures(setup.logs(), setup.run(), this::view);
  }

  /** {@return ways from reports and events to what they are about, and what changed (spec 3.12)} */
  public Walks walks() {
    return new Walks(setup.logs(), setup.run(), views, reviews);
  }

  /** {@return the suppression rules of this run, to be read and set} */
  public SuppressionRules suppressionRules() {
    return new SuppressionRules(setup.logs(), setup.run());
  }

  /** {@return from where on a confidence or severity is called what, to be set (spec 3.9)} */
  public BandSettings bands() {
    return new BandSettings(setup.logs(), setup.run());
  }

  /** {@return how the models fare, what their confidence is worth, examples to train others} */
  public Lifecycle lifecycle() {
    return new Lifecycle(setup.logs(), setup.run());
  }

  /** {@return the clusters that reports are compared with, to be looked at and changed} */
  public ClusterLibrary clusterLibrary() {
    return new ClusterLibrary(setup.logs(), setup.run(), setup.clock());
  }

  /** {@return what people do about reports and events, and what waits for them} */
  public Reviews review() {
    return reviews;
  }

  /** {@return how the run fares now, by its logs alone} */
  public Health health() {
    return healthReader().of(newest.refresh(), Optional.empty(), setup.clock().instant());
  }

  /**
   * How the run fared at some moment, hydrated for this call.
   *
   * @param asOf a commit position or a tag, and possibly a tick
   * @return its health
   * @throws UsageException if there is no such tag, or the position lies after the newest commit
   */
  public Health health(AsOf asOf) {
    return healthReader().of(view(asOf), asOf.tick(), setup.clock().instant());
  }

  /**
   * Alerting for this run, to be closed by the host before this.
   *
   * @param options what the host says
   * @return rules, subscriptions, inbox and delivery
   */
  public Alerts alerts(AlertOptions options) {
    return new Alerts(
        setup.logs(),
        setup.run(),
        newest::refresh,
        view -> healthReader().of(view, Optional.empty(), setup.clock().instant()),
        setup.clock(),
        options);
  }

  private HealthReader healthReader() {
    return new HealthReader(setup.logs(), setup.run(), healthSettings);
  }

  /**
   * The models in service, what stands beside them, where they came from, why they were chosen and
   * what was passed over. The text of the list is for people.
   *
   * @return one choice per role, in the order of the roles
   */
  public ChosenModels models() {
    return new ChosenModels(setup.chosen());
  }

  /** {@return what is known of the models of this run: to be approved, rolled back and retired} */
  public ModelRegistry registry() {
    return new ModelRegistry(setup.logs(), setup.run(), setup.clock());
  }

  /** {@return the line of work} */
  public RunId run() {
    return setup.run();
  }

  /** {@return the logs; not to be closed while this is in use} */
  public LogStore logs() {
    return setup.logs() instanceof InheritedDecisions inheriting
        ? inheriting.store()
        : setup.logs();
  }

  /**
   * Ends the threads. The logs stay open: they are the host's. If they lie in a directory, a
   * snapshot of the newest view that was asked for is left in its cache, so that the next process
   * need not read them all.
   */
  @Override
  public void close() {
    runner.close();
    if (setup.watch() instanceof TimedCalls ours) {
      ours.close();
    }
    try {
      LogStore logs = setup.logs();
      if (logs.count(Logs.REPORTS_DETECTED, setup.run(), logs.head()) >= KEPT_FROM) {
        newest.keepSnapshot();
      }
    } catch (LogStoreException e) {
      // logs that the host closed first: the next process reads them from the first row
    }
    newest.close();
  }

  private HydratedView view(AsOf asOf) {
    return asOf.equals(AsOf.now())
        ? newest.refresh()
        : Hydration.hydrate(setup.logs(), setup.run(), asOf, setup.threads());
  }

  /**
   * Collects what a host decides; one thread at a time. Logs, inputs and the model of a role are
   * said once; of anything else the last word counts.
   */
  public static final class Builder {
    private @Nullable LogStore logs;
    private @Nullable Inputs inputs;
    private RunId run = RunId.of("main");
    private @Nullable RunId parent;
    private AsOf parentAsOf = AsOf.now();
    private String startedBy = "host";
    private Settings settings = Settings.builder().build();
    private HealthSettings health = HealthSettings.builder().build();
    private InstantSource clock = InstantSource.system();
    private Retries retries = Retries.USUAL;
    private int threads = Runtime.getRuntime().availableProcessors();
    private ClassLoader loader = Mrs.class.getClassLoader();
    private final Map<ModelRole, ModelChoice> choices = new TreeMap<>();
    private Taxonomy taxonomy = ShippedTaxonomy.read();
    private final Map<ModelRole, Route> routes = new TreeMap<>();
    private boolean governed;
    private @Nullable CallWatch watch;

    Builder() {}

    /**
     * Where rows go.
     *
     * @param store a log store, which stays the host's
     * @return this builder
     */
    public Builder logs(LogStore store) {
      Rules.check(logs == null, "logs", store, "said once");
      logs = Objects.requireNonNull(store, "store");
      return this;
    }

    /**
     * Where sales, stores, campaigns and context come from.
     *
     * @param source the inputs
     * @return this builder
     */
    public Builder inputs(Inputs source) {
      Rules.check(inputs == null, "inputs", source, "said once");
      inputs = Objects.requireNonNull(source, "source");
      return this;
    }

    /**
     * The line of work; {@code main} unless said.
     *
     * @param name its name: a new one is a clean slate
     * @return this builder
     */
    public Builder run(String name) {
      run = RunId.of(name);
      return this;
    }

    /**
     * Begins the run with what people did and recorded in another run of these logs up to now; a
     * run that began so stays so, whether this is said again or not. Which acts find no report or
     * event here, {@code audit().inheritance()} lists.
     *
     * @param name the run whose decisions are read as its own
     * @return this builder
     */
    public Builder parent(String name) {
      return parent(name, AsOf.now());
    }

    /**
     * Begins the run with what people did and recorded in another run of these logs.
     *
     * @param name the run whose decisions are read as its own
     * @param asOf the commit position or tag of that run up to which they are read
     * @return this builder
     */
    public Builder parent(String name, AsOf asOf) {
      parent = RunId.of(name);
      parentAsOf = Objects.requireNonNull(asOf, "asOf");
      return this;
    }

    /**
     * Who starts the run, for the audit; {@code host} unless said.
     *
     * @param actor an id of a person or program
     * @return this builder
     */
    public Builder startedBy(String actor) {
      startedBy = Rules.name("started_by", actor);
      return this;
    }

    /**
     * Settings of the stages; the defaults unless said.
     *
     * @param chosen the settings
     * @return this builder
     */
    public Builder settings(Settings chosen) {
      settings = Objects.requireNonNull(chosen, "chosen");
      return this;
    }

    /**
     * Goals of health and what they are measured over; the defaults unless said.
     *
     * @param chosen the settings
     * @return this builder
     */
    public Builder health(HealthSettings chosen) {
      health = Objects.requireNonNull(chosen, "chosen");
      return this;
    }

    /**
     * Chooses a provider for a role; without, the only one that is no mock, else the mock.
     *
     * @param role the role
     * @param provider id of the provider
     * @param config what its model is created from
     * @return this builder
     */
    public Builder model(ModelRole role, String provider, ModelConfig config) {
      ModelChoice before = choices.put(role, new ModelChoice(provider, config));
      Rules.check(before == null, "model", role, "chosen once; before it was " + before);
      return this;
    }

    /**
     * What stands beside the model of a role: fallback, challenger, shadow, and when a model rests;
     * without, the mock as fallback.
     *
     * @param role the role
     * @param route what to ask, and how
     * @return this builder
     */
    public Builder route(ModelRole role, Route route) {
      Route before = routes.put(role, Objects.requireNonNull(route, "route"));
      Rules.check(before == null, "route", role, "said once; before it was " + before);
      return this;
    }

    /**
     * Makes a new run a governed one: every model of which answers may be used must have been
     * approved (see {@link ModelRegistry#approve}). A run that began governed stays so.
     *
     * @return this builder
     */
    public Builder governed() {
      governed = true;
      return this;
    }

    /**
     * Who sees to it that calls to models end in time; unless said, they are made on threads of
     * their own, and one that takes longer than the model's time budget is left alone. Calls to
     * mocks are not watched.
     *
     * @param calls makes calls
     * @return this builder
     */
    public Builder watch(CallWatch calls) {
      watch = Objects.requireNonNull(calls, "calls");
      return this;
    }

    /**
     * The class loader that sees the model providers; the library's own unless said.
     *
     * @param classLoader a class loader
     * @return this builder
     */
    public Builder classLoader(ClassLoader classLoader) {
      loader = Objects.requireNonNull(classLoader, "classLoader");
      return this;
    }

    /**
     * The host's clock; the system's unless said. It dates administrative rows, never those of
     * ticks.
     *
     * @param source tells the time
     * @return this builder
     */
    public Builder clock(InstantSource source) {
      clock = Objects.requireNonNull(source, "source");
      return this;
    }

    /**
     * How many stores are looked at side by side; as many as there are processors unless said. The
     * rows do not depend on it.
     *
     * @param count 1 or more
     * @return this builder
     */
    public Builder threads(int count) {
      Rules.check(count >= 1, "threads", count, "1 or more");
      threads = count;
      return this;
    }

    /**
     * How often a source that fails is read again, and a commit that the log store did not take is
     * handed in again, before it counts as an outage; {@link Retries#USUAL} unless said.
     *
     * @param wanted attempts and delays
     * @return this builder
     */
    public Builder retries(Retries wanted) {
      retries = Objects.requireNonNull(wanted, "wanted");
      return this;
    }

    /**
     * The categories of causes that people may name; those shipped unless said.
     *
     * @param categories the shipped ones, extended as the host needs
     * @return this builder
     */
    public Builder taxonomy(Taxonomy categories) {
      taxonomy = Objects.requireNonNull(categories, "categories");
      return this;
    }

    /**
     * Finds and chooses the models, and opens the run.
     *
     * @return the system
     * @throws UsageException if logs or inputs are missing, the choice of models is open, a
     *     governed run lacks approvals, or the run cannot have the decisions of that parent: the
     *     message says which, and what to do
     * @throws org.minorityreport.api.error.ContractException if a provider is broken
     */
    public Mrs build() {
      if (logs == null) {
        throw new UsageException("no logs: say where rows go, such as logs(LogStores.inMemory())");
      }
      if (inputs == null) {
        throw new UsageException("no inputs: say where sales come from with inputs(...)");
      }
      List<ChosenModel> chosen = ModelCatalogue.discover(loader).choose(choices, routes);
      boolean isGoverned = new Governance(logs, run, clock).check(governed, chosen);
      CallWatch calls = watch == null ? new TimedCalls() : watch;
      return new Mrs(
          new RunSetup(
              run,
              startedBy,
              inputs,
              withDecisions(logs),
              settings,
              chosen,
              Map.copyOf(choices),
              clock,
              threads,
              retries,
              calls,
              isGoverned),
          taxonomy,
          health);
    }

    private LogStore withDecisions(LogStore store) {
      return parent == null
          ? InheritedDecisions.of(store, run)
          : InheritedDecisions.beginning(
              store, run, parent, new Tags(store, parent).position(parentAsOf));
    }
  }
}
