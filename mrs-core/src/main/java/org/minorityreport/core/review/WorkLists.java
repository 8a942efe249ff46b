package org.minorityreport.core.review;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.review.ActRefusedException;
import org.minorityreport.api.review.Actor;
import org.minorityreport.api.review.Agreement;
import org.minorityreport.api.review.Conflict;
import org.minorityreport.api.review.LookAlike;
import org.minorityreport.api.review.OpenQuestion;
import org.minorityreport.api.review.WorkItem;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.Page;
import org.minorityreport.api.view.ReportQuery;
import org.minorityreport.api.view.ReviewState;
import org.minorityreport.core.hydrate.HydratedView;
import org.minorityreport.core.role.Rights;

/** What waits for people (spec 7.3, 7.7). Reads only, and changes nothing. Thread-safe. */
public final class WorkLists {
  private static final Set<ReviewState> WAITING =
      EnumSet.of(
          ReviewState.UNREVIEWED,
          ReviewState.REPROPOSED,
          ReviewState.REOPENED,
          ReviewState.AWAITING_SECOND,
          ReviewState.CONFLICT,
          ReviewState.DEFERRED);

  private final InstantSource clock;
  private final Views views;
  private final ActBook acts;
  private final Judgements judgements;
  private final Shapes shapes;

  WorkLists(LogStore store, RunId run, InstantSource clock, Views views, ActBook acts) {
    this.clock = clock;
    this.views = views;
    this.acts = acts;
    this.judgements = new Judgements(acts);
    this.shapes = new Shapes(store, run);
  }

  /**
   * The reports that await a decision of somebody: those with a proposal that nobody decided, or
   * whose decision is questioned, reopened, in conflict (for who may adjudicate), or waits for a
   * second person (but not for the first). What is suppressed, superseded or put off is left out,
   * and what others are to do, unless the query names them. What was escalated comes first, the
   * rest in the order of the query.
   *
   * @param actor for whom
   * @param query which ones, in which order, which page; {@code review_states} narrows
   * @return that page
   */
  public Page<WorkItem> waiting(Actor actor, ReportQuery query) {
    HydratedView view = views.now();
    CommitPosition now = view.reports().refreshSeq();
    acts.refresh(now);
    Set<ReviewState> states = EnumSet.copyOf(WAITING);
    if (!query.reviewStates().isEmpty()) {
      states.retainAll(query.reviewStates());
    }
    ReportQuery.Builder all = ReportQuery.builder().from(query).offset(0);
    all.pageSize(Integer.MAX_VALUE).reviewStates(states);
    all.superseded(false).suppressed(query.suppressed().orElse(false));
    List<WorkItem> items = new ArrayList<>();
    for (MinorityReport report :
        states.isEmpty() ? List.<MinorityReport>of() : view.reports().find(all.build()).items()) {
      List<Act> standing = acts.standing(report.reportId().value(), now);
      if (isFor(actor, query, report, standing)) {
        items.add(item(report, standing));
      }
    }
    items.sort(Comparator.comparing(item -> !item.escalated()));
    int from = Math.min(query.offset(), items.size());
    int to = (int) Math.min((long) from + query.pageSize(), items.size());
    Page.Builder<WorkItem> page = Page.builder();
    page.items(items.subList(from, to)).total(items.size()).offset(query.offset());
    return page.build();
  }

  private boolean isFor(Actor actor, ReportQuery query, MinorityReport report, List<Act> standing) {
    boolean others =
        query.assignees().isEmpty()
            && report.assignee().filter(who -> !isAsked(actor, who)).isPresent();
    boolean due =
        switch (report.reviewState()) {
          case DEFERRED -> isOver(standing);
          case CONFLICT -> mayAdjudicate(actor);
          case AWAITING_SECOND ->
              deciding(standing).filter(a -> a.row().actor().equals(actor.id())).isEmpty();
          default -> true;
        };
    return report.proposedCause().isPresent() && !others && due;
  }

  private static boolean mayAdjudicate(Actor actor) {
    return actor.roles().stream().anyMatch(r -> Rights.may(r, EditAction.ADJUDICATE, false));
  }

  private static Optional<Act> deciding(List<Act> standing) {
    return standing.stream().filter(Act::isDeciding).reduce((earlier, later) -> later);
  }

  /** Whether a report that is put off until a date comes back: views know no clock. */
  private boolean isOver(List<Act> standing) {
    Instant now = clock.instant();
    return standing.stream()
        .filter(act -> act.is(EditAction.DEFER))
        .reduce((earlier, later) -> later)
        .flatMap(act -> act.row().deferUntil())
        .filter(until -> !now.isBefore(until))
        .isPresent();
  }

  private static WorkItem item(MinorityReport report, List<Act> standing) {
    boolean escalated = false;
    for (Act act : standing) {
      escalated = act.is(EditAction.ESCALATE) || (escalated && !act.isDeciding());
    }
    return WorkItem.builder()
        .report(report)
        .escalated(escalated)
        .deferralOver(report.reviewState() == ReviewState.DEFERRED)
        .questions(OpenQuestions.of(standing).size())
        .build();
  }

  /**
   * The review requests that wait for an answer, oldest first.
   *
   * @param actor whose: those asked of the actor or of one of the actor's roles
   * @param teams names of teams that the actor is of, as the host knows them
   * @return the requests
   */
  public List<OpenQuestion> questions(Actor actor, Collection<String> teams) {
    Set<String> names = new TreeSet<>(teams);
    names.add(actor.id());
    actor.roles().forEach(role -> names.add(role.wireName()));
    return questions().stream().filter(question -> names.contains(question.askedOf())).toList();
  }

  /** {@return all review requests that wait for an answer, oldest first} */
  public List<OpenQuestion> questions() {
    CommitPosition now = views.now().reports().refreshSeq();
    acts.refresh(now);
    List<Act> open = new ArrayList<>();
    acts.targets().forEach(target -> open.addAll(OpenQuestions.of(acts.standing(target, now))));
    return open.stream()
        .sorted(Comparator.comparing(Act::order))
        .map(
            act ->
                OpenQuestion.builder()
                    .annotationId(act.id())
                    .targetId(act.row().targetId())
                    .askedBy(act.row().actor())
                    .askedOf(act.row().assignee().orElse(""))
                    .question(act.row().note().orElse(""))
                    .askedAt(act.row().writtenAt())
                    .offered(act.row().flags().contains(Offers.OFFERED))
                    .build())
        .toList();
  }

  private static boolean isAsked(Actor actor, String who) {
    return who.equals(actor.id())
        || Role.of(who).filter(role -> actor.roles().contains(role)).isPresent();
  }

  /** {@return the reports, then the events, about which people differ and nobody adjudicated} */
  public List<Conflict> conflicts() {
    HydratedView view = views.now();
    acts.refresh(view.reports().refreshSeq());
    return judgements.conflicts(view);
  }

  /** {@return by category how often people who judged the same report agreed, sorted} */
  public List<Agreement> agreement() {
    HydratedView view = views.now();
    acts.refresh(view.reports().refreshSeq());
    return judgements.agreement(view);
  }

  /**
   * The reports whose anomaly has the nearest shape.
   *
   * @param report a report
   * @param most how many at most
   * @return reports that are not superseded, the nearest first; of equals the smaller id first
   * @throws ActRefusedException if there is no such report, or it has no shape yet
   */
  public List<LookAlike> lookAlikes(String report, int most) {
    HydratedView view = views.now();
    Target target = Target.of(view, report);
    shapes.refresh(view.reports().refreshSeq());
    return shapes.nearest(target, most);
  }
}
