package org.minorityreport.core.review;

import static org.minorityreport.core.review.Fields.refuseUnless;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.review.Actor;
import org.minorityreport.api.review.Commands;
import org.minorityreport.api.review.Refusal;
import org.minorityreport.api.review.ReviewCommand;
import org.minorityreport.core.decision.Cuts;
import org.minorityreport.core.hydrate.HydratedView;
import org.minorityreport.core.role.Rights;

/**
 * Offers the decision about one report to others (spec 7.7): each gets a review request that names
 * the decision and its cause. A request decides nothing, so nothing is decided silently.
 */
final class Offers {
  /** Of a review request that offers a decision. */
  static final String OFFERED = "offered";

  private static final int ATTEMPTS = 1_000;

  private final LogStore store;
  private final RunId run;
  private final InstantSource clock;
  private final Views views;
  private final ActBook acts;

  Offers(LogStore store, RunId run, InstantSource clock, Views views, ActBook acts) {
    this.store = store;
    this.run = run;
    this.clock = clock;
    this.views = views;
    this.acts = acts;
  }

  List<UserEdit> offer(
      Actor actor, AnnotationId decision, String whom, Collection<String> reports) {
    refuseUnless(
        !reports.isEmpty(), Refusal.FIELD_NEEDED, "an offer needs reports to be offered to");
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      HydratedView view = views.now();
      CommitPosition now = view.reports().refreshSeq();
      acts.refresh(now);
      Act act = decision(decision, now);
      Set<String> touched = new TreeSet<>(Set.of(act.row().targetId()));
      List<UserEdit> rows = new ArrayList<>();
      for (String id : new TreeSet<>(reports)) {
        Target target = Target.of(view, id);
        touched.add(target.id());
        rows.add(row(actor, act, whom, target, now));
      }
      rows.removeIf(row -> acts.find(row.annotationId()).isPresent());
      if (rows.isEmpty()
          || new Appender(store, run).append(Logs.USER_EDITS, rows, touched, now).isPresent()) {
        return rows;
      }
    }
    throw new LogStoreException("the reports changed all the time; try again");
  }

  private Act decision(AnnotationId id, CommitPosition now) {
    Optional<Act> found =
        acts.find(id)
            .filter(act -> act.is(EditAction.APPROVE, EditAction.EDIT, EditAction.DISMISS))
            .filter(act -> acts.standing(act.row().targetId(), now).contains(act));
    refuseUnless(
        found.isPresent(),
        Refusal.UNKNOWN_ACT,
        id + " is no approval, edit or dismissal that stands; offer one that does");
    return found.orElseThrow();
  }

  private UserEdit row(Actor actor, Act act, String whom, Target target, CommitPosition now) {
    refuseUnless(
        !target.isEvent() && !target.isSuperseded(),
        target.isEvent() ? Refusal.WRONG_KIND : Refusal.SUPERSEDED_TARGET,
        target.id() + " cannot be offered a decision; offer it to reports that stand");
    Optional<Target> from =
        act.row().targetId().equals(target.id())
            ? Optional.empty()
            : Optional.of(Target.of(target.view(), act.row().targetId()));
    refuseUnless(
        from.isPresent(),
        Refusal.SAME_EVENT,
        target.id() + " is what the decision is about; offer it to others");
    Optional<String> cause = act.row().cause().or(() -> from.flatMap(Target::cause));
    boolean dismissed = act.is(EditAction.DISMISS);
    ReviewCommand command =
        Commands.requestReview(
                target.id(),
                whom,
                "Looks like "
                    + act.row().targetId()
                    + ", which "
                    + act.row().actor()
                    + (dismissed
                        ? " dismissed as " + act.row().reason().orElse("noise")
                        : " decided to be '" + cause.orElse("unknown") + "'")
                    + " ("
                    + act.id()
                    + "). The same here?")
            .build();
    Role role = Rights.least(actor, command);
    Fields.check(command);
    ReviewCommand full =
        dismissed
            ? command
            : ReviewCommand.builder()
                .from(command)
                .cause(cause)
                .causeCategory(act.row().causeCategory().or(() -> from.flatMap(Target::category)))
                .refersTo(act.id())
                .build();
    return Drafts.flagged(
        Drafts.of(
            run, actor.id(), role, full, target.id(), Cuts.at(store, run, now), clock.instant()),
        Set.of(OFFERED));
  }
}
