package org.minorityreport.core.review;

import static org.minorityreport.core.review.Fields.refuseUnless;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.record.SettingRecord;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.review.ActRefusedException;
import org.minorityreport.api.review.Actor;
import org.minorityreport.api.review.Commands;
import org.minorityreport.api.review.Done;
import org.minorityreport.api.review.DoneContext;
import org.minorityreport.api.review.KnownContext;
import org.minorityreport.api.review.Refusal;
import org.minorityreport.api.review.ReviewCommand;
import org.minorityreport.api.review.TargetState;
import org.minorityreport.api.taxonomy.Taxonomy;
import org.minorityreport.api.value.Cut;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.decision.Cuts;
import org.minorityreport.core.hydrate.HydratedView;
import org.minorityreport.core.role.Rights;

/**
 * What people do about reports, events and context events (spec 7). Every command is checked
 * against the roles of its actor, against what it must say, and against what became of its target
 * since the person looked at it; then it is one row. What is refused leaves nothing. Thread-safe.
 *
 * <pre>{@code
 * MinorityReports view = mrs.reports();
 * mrs.review().act(
 *     Actor.of("ann", Role.MARKETER),
 *     Commands.approve("MR-6a20e588").basedOn(view.refreshSeq()).build());
 * }</pre>
 */
public final class Reviews {
  /** How often an act is tried again that others come before, without being made stale. */
  private static final int ATTEMPTS = 1_000;

  /** Flag of a remark that asks for a round; re-review looks for it. */
  private static final String REREVIEW = "rereview_requested";

  private static final String OVERRIDES = "overrides_newer";

  private final LogStore store;
  private final RunId run;
  private final InstantSource clock;
  private final Views views;
  private final Runnable afterwards;
  private final Causes causes;
  private final ActBook acts;
  private final Limits limits;
  private final ContextActs contexts;
  private final WorkLists workLists;
  private final Appender appender;

  /**
   * The reviews of a run.
   *
   * @param store the logs
   * @param run the line of work
   * @param clock the host's clock, which dates what people do
   * @param views what people look at
   * @param taxonomy the categories of causes
   * @param afterwards run after each act that was appended: what it comes to is finalised then
   */
  public Reviews(
      LogStore store,
      RunId run,
      InstantSource clock,
      Views views,
      Taxonomy taxonomy,
      Runnable afterwards) {
    this.store = store;
    this.run = run;
    this.clock = clock;
    this.views = views;
    this.afterwards = afterwards;
    this.causes = new Causes(taxonomy);
    this.acts = new ActBook(store, run);
    this.limits = new Limits(store, run);
    this.appender = new Appender(store, run);
    this.contexts = new ContextActs(store, run, clock, views, causes, acts);
    this.workLists = new WorkLists(store, run, clock, views, acts);
  }

  /**
   * Does something about a report or an event.
   *
   * @param actor who
   * @param command what
   * @return the row, and whether the same act on the same state had been done before
   * @throws ActRefusedException if it is refused; nothing is appended
   * @throws org.minorityreport.api.error.InvalidValueException if a text breaks the rules of names
   * @throws LogStoreException if the store fails; nothing is appended
   */
  public Done act(Actor actor, ReviewCommand command) {
    Role role = Rights.least(actor, command);
    Fields.check(command);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Done done = attempt(actor, role, command, Set.of());
      if (done != null) {
        if (!done.repeated()) {
          finish();
        }
        return done;
      }
    }
    throw new LogStoreException(
        command.targetId() + " changed " + ATTEMPTS + " times while it was looked at; try again");
  }

  /**
   * Asks for a round of re-review of a report (spec 7.1): a remark with a flag of its own, which
   * decides nothing and changes no state of review. The next re-review takes it up.
   *
   * @param actor a data scientist or administrator
   * @param report the report
   * @param note why, not blank
   * @return the row
   * @throws ActRefusedException if it is refused; nothing is appended
   */
  public Done queueRereview(Actor actor, String report, String note) {
    ReviewCommand remark = Commands.comment(report, note).build();
    Role role = Rights.ofRereview(actor);
    Fields.check(remark);
    ReviewCommand command = // so that the same remark without a request is another act
        ReviewCommand.builder().from(remark).reason("rereview").build();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Done done = attempt(actor, role, command, Set.of(REREVIEW));
      if (done != null) {
        return done;
      }
    }
    throw new LogStoreException(report + " changed all the time; try again");
  }

  /** One look at the state of now, and the row for it; null if others came first. */
  private @Nullable Done attempt(
      Actor actor, Role role, ReviewCommand said, Set<String> moreFlags) {
    HydratedView view = views.now();
    CommitPosition now = view.reports().refreshSeq();
    CommitPosition basedOn = position(said.basedOn().orElse(now), now);
    acts.refresh(now);
    contexts.refresh(now);
    Instant actedAt = clock.instant();
    ReviewCommand command =
        ReviewCommand.builder()
            .from(said)
            .reportIds(new TreeSet<>(said.reportIds()))
            .linkedContextIds(new TreeSet<>(said.linkedContextIds()))
            .reportGroupId(said.reportGroupId().map(id -> Target.wholeId(view, id)))
            .build();
    String id = Target.wholeId(view, said.targetId());
    UserEdit row =
        Drafts.of(run, actor.id(), role, command, id, Cuts.at(store, run, basedOn), actedAt);
    Optional<Act> before = acts.find(row.annotationId());
    if (before.isPresent()) {
      return done(before.get().row(), now, true, List.of());
    }
    Target target = Target.of(view, id);
    refuseUnless(
        moreFlags.isEmpty() || !target.isEvent(),
        Refusal.WRONG_KIND,
        target.id() + " is an event; ask for rounds of its reports");
    boolean stale = stale(said, target, basedOn, now);
    Placing.check(command, target);
    causes.check(command, target);
    contexts.checkLinks(command.linkedContextIds());
    Situation situation = new Situation(actor.id(), command, target, acts, now);
    situation.check(actedAt);
    TreeSet<String> touched = new TreeSet<>(Placing.touched(command));
    touched.add(target.id());
    target.itsEvent().ifPresent(event -> touched.add(event.eventId().value()));
    if (command.windowStart().isPresent()) {
      row = new WindowRules(store, run).figured(row, target, basedOn, touched);
    }
    TreeSet<String> flags = situation.flags(limits.twoPersons(now), row.impactEstimate());
    flags.addAll(moreFlags);
    if (stale) {
      flags.add(OVERRIDES);
    }
    UserEdit flagged = Drafts.flagged(row, flags);
    Log<UserEdit> log = target.isEvent() ? Logs.USER_EVENT_EDITS : Logs.USER_EDITS;
    return appender
        .append(log, List.of(flagged), touched, now)
        .map(position -> done(flagged, position, false, situation.decidingOnTheirOwn()))
        .orElse(null);
  }

  private static Done done(
      UserEdit row, CommitPosition position, boolean repeated, Collection<ReportId> onTheirOwn) {
    return Done.builder()
        .row(row)
        .position(position.value())
        .repeated(repeated)
        .decidingOnTheirOwn(onTheirOwn)
        .build();
  }

  /** {@return whether the target changed in a way that matters, and the person insists} */
  private boolean stale(
      ReviewCommand command, Target target, CommitPosition basedOn, CommitPosition now) {
    if (basedOn.equals(now)) {
      return false;
    }
    TargetState seen = Target.of(views.at(basedOn), target.id()).state(acts);
    TargetState current = target.state(acts);
    boolean stale = !seen.sameAs(current);
    if (stale && !command.insist()) {
      throw ActRefusedException.stale(seen, current);
    }
    return stale;
  }

  private static CommitPosition position(CommitPosition said, CommitPosition now) {
    refuseUnless(
        said.compareTo(now) <= 0 && said.value() >= 0,
        Refusal.UNKNOWN_POSITION,
        "position " + said + " is not there yet: the newest commit is at " + now);
    return said;
  }

  /** The act is durable, whatever becomes of this: the next act or tick finalises it too. */
  private void finish() {
    try {
      afterwards.run();
    } catch (LogStoreException e) {
      // finalisation is a function of the logs, and takes up later what it could not write now
    }
  }

  /**
   * Records a context event (spec 3.6, 3.8).
   *
   * @param actor who saw it
   * @param event what happened, without an id
   * @return the row, whose {@code context_id} other acts link
   * @throws ActRefusedException if it is refused; nothing is appended
   * @throws org.minorityreport.api.error.InvalidValueException if a field breaks its rule
   */
  public DoneContext record(Actor actor, ContextEvent.Builder event) {
    return finished(contexts.record(actor, event));
  }

  /**
   * Corrects a context event of a source or a person.
   *
   * @param actor who knows better
   * @param contextId the context event
   * @param event what happened instead
   * @return the row
   * @throws ActRefusedException if it is refused; nothing is appended
   */
  public DoneContext correct(Actor actor, String contextId, ContextEvent.Builder event) {
    return finished(contexts.correct(actor, contextId, event));
  }

  /**
   * Withdraws a context event of a source or a person: it was not so.
   *
   * @param actor who knows better
   * @param contextId the context event
   * @return the row
   * @throws ActRefusedException if it is refused; nothing is appended
   */
  public DoneContext withdraw(Actor actor, String contextId) {
    return finished(contexts.withdraw(actor, contextId));
  }

  private DoneContext finished(DoneContext done) {
    if (!done.repeated()) {
      finish();
    }
    return done;
  }

  /**
   * Looks for context events, so that one happening is recorded once.
   *
   * @param text is found in name, category, subtype, source or id, whatever the case; empty finds
   *     all
   * @return what sources and people told of, by id, with the number of reports citing each
   */
  public List<KnownContext> contexts(String text) {
    return contexts.search(text);
  }

  /**
   * The context events behind some reports.
   *
   * @param reports reports of this run
   * @return those that they cite as evidence or acts about them link, by id; what is not known of
   *     is left out
   */
  public List<ContextEvent> contextsCitedBy(Collection<MinorityReport> reports) {
    return contexts.citedBy(reports);
  }

  /**
   * The reports that cite a context event as evidence, or have an act that links it.
   *
   * @param contextId a context event
   * @return the reports, by id
   */
  public List<ReportId> reportsCiting(String contextId) {
    return contexts.citing(contextId);
  }

  /**
   * Sets the money above which a decision needs two people.
   *
   * @param actor an administrator
   * @param above absolute impact in the run's currency; empty takes the limit away
   * @return the row of settings_log
   * @throws ActRefusedException if the actor is none
   */
  public SettingRecord twoPersonsAbove(Actor actor, Optional<BigDecimal> above) {
    return limits.set(actor, above, clock.instant());
  }

  /** {@return what waits for whom} */
  public WorkLists workLists() {
    return workLists;
  }

  /**
   * Offers a decision to reports that look alike: each gets a review request of its own that names
   * the decision and its cause, all in one commit. Nothing is decided.
   *
   * @param actor who offers it
   * @param decision an act that decides a report and stands
   * @param whom the role, team or person asked
   * @param reports ids of the reports it is offered to
   * @return the rows, by report
   * @throws ActRefusedException if one of them is refused; then nothing is appended
   */
  public List<UserEdit> offer(
      Actor actor, AnnotationId decision, String whom, Collection<String> reports) {
    return new Offers(store, run, clock, views, acts).offer(actor, decision, whom, reports);
  }

  /**
   * What a commit position is in rows of the run, as {@code based_on} holds it.
   *
   * @param position a commit, such as a view's {@code refresh_seq}
   * @return the cut over the logs that hydration reads
   */
  public Cut cut(CommitPosition position) {
    return Cuts.at(store, run, position);
  }
}
