package org.minorityreport.core.review;

import static org.minorityreport.core.review.Fields.refuseUnless;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.ContextAction;
import org.minorityreport.api.record.ContextRecorded;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.review.Actor;
import org.minorityreport.api.review.DoneContext;
import org.minorityreport.api.review.KnownContext;
import org.minorityreport.api.review.Refusal;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.decision.AnnotationIds;
import org.minorityreport.core.decision.Cuts;
import org.minorityreport.core.hydrate.HydratedView;
import org.minorityreport.core.role.Rights;

/** What people say of context events, and the search for them. */
final class ContextActs {
  private static final int ATTEMPTS = 1_000;
  private static final String NO_ID = "CX-";
  private static final int PREFIX = 3;

  private final LogStore store;
  private final RunId run;
  private final InstantSource clock;
  private final Views views;
  private final Causes causes;
  private final ActBook acts;
  private final ContextBook book;
  private final Appender appender;

  ContextActs(
      LogStore store, RunId run, InstantSource clock, Views views, Causes causes, ActBook acts) {
    this.store = store;
    this.run = run;
    this.clock = clock;
    this.views = views;
    this.causes = causes;
    this.acts = acts;
    this.book = new ContextBook(store, run);
    this.appender = new Appender(store, run);
  }

  void refresh(CommitPosition upTo) {
    book.refresh(upTo);
  }

  /** Refuses links to what is not there. */
  void checkLinks(List<String> contextIds) {
    for (String id : contextIds) {
      standing(id);
    }
  }

  private ContextBook.Entry standing(String id) {
    Optional<ContextBook.Entry> entry = book.find(id);
    refuseUnless(
        entry.filter(known -> !known.withdrawn()).isPresent(),
        Refusal.UNKNOWN_CONTEXT,
        "no context event that stands has the id '"
            + id
            + "'; record it first, or look for one that was");
    return entry.orElseThrow();
  }

  DoneContext record(Actor actor, ContextEvent.Builder event) {
    return say(actor, ContextAction.RECORD, null, event.contextId(NO_ID).build());
  }

  DoneContext correct(Actor actor, String contextId, ContextEvent.Builder event) {
    return say(actor, ContextAction.CORRECT, contextId, event.contextId(contextId).build());
  }

  DoneContext withdraw(Actor actor, String contextId) {
    return say(actor, ContextAction.WITHDRAW, contextId, null);
  }

  private DoneContext say(
      Actor actor, ContextAction action, @Nullable String target, @Nullable ContextEvent event) {
    Role role = Rights.ofContext(actor, action.wireName());
    if (event != null) {
      causes.check(event);
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      CommitPosition now = store.head();
      book.refresh(now);
      ContextRecorded row = row(actor, role, action, target, event, now);
      Optional<ContextRecorded> before = book.act(row.annotationId());
      if (before.isPresent()) {
        return done(before.get(), now, true);
      }
      if (target != null) {
        standing(target);
      }
      Optional<CommitPosition> position =
          appender.append(Logs.CONTEXT_RECORDED, List.of(row), Set.of(row.contextId()), now);
      if (position.isPresent()) {
        return done(row, position.get(), false);
      }
    }
    throw new LogStoreException("the context event changed all the time; try again");
  }

  private ContextRecorded row(
      Actor actor,
      Role role,
      ContextAction action,
      @Nullable String target,
      @Nullable ContextEvent event,
      CommitPosition now) {
    Instant actedAt = clock.instant();
    ContextRecorded.Builder row = ContextRecorded.builder();
    row.runId(run)
        .writtenAt(actedAt)
        .actedAt(actedAt)
        .annotationId(AnnotationIds.NONE)
        .contextId(target == null ? NO_ID : target)
        .action(action.wireName())
        .targetId(Optional.ofNullable(target))
        .basedOn(Cuts.withContext(store, run, now))
        .actor(actor.id())
        .role(role.wireName())
        .contextEvent(Optional.ofNullable(event));
    ContextRecorded said = row.build();
    var id = AnnotationIds.of(said);
    ContextRecorded.Builder named = ContextRecorded.builder().from(said).annotationId(id);
    if (target == null && event != null) {
      String contextId = NO_ID + id.value().substring(PREFIX);
      named
          .contextId(contextId)
          .contextEvent(ContextEvent.builder().from(event).contextId(contextId).build());
    }
    return named.build();
  }

  private static DoneContext done(ContextRecorded row, CommitPosition position, boolean repeated) {
    return DoneContext.builder().row(row).position(position.value()).repeated(repeated).build();
  }

  /** What is known of context events that have a text. */
  List<KnownContext> search(String text) {
    CommitPosition now = views.now().reports().refreshSeq();
    book.refresh(now);
    acts.refresh(now);
    String wanted = text.toLowerCase(Locale.ROOT);
    List<KnownContext> found = new ArrayList<>();
    List<Set<String>> cited = views.now().reports().all().stream().map(this::cited).toList();
    for (ContextBook.Entry entry : book.all()) {
      ContextEvent event = entry.event();
      boolean fits =
          Stream.of(
                  event.contextId(),
                  event.name(),
                  event.category(),
                  event.subtype().orElse(""),
                  event.source())
              .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(wanted));
      if (fits) {
        long citing = cited.stream().filter(ids -> ids.contains(event.contextId())).count();
        found.add(
            KnownContext.builder()
                .contextEvent(event)
                .byPerson(entry.spoken() != null)
                .withdrawn(entry.withdrawn())
                .recordedBy(Optional.ofNullable(entry.spoken()).map(ContextRecorded::actor))
                .reportsCiting((int) citing)
                .build());
      }
    }
    return found;
  }

  /** The context events that some reports cite, by id; what is not known is left out. */
  List<ContextEvent> citedBy(Collection<MinorityReport> reports) {
    CommitPosition now = views.now().reports().refreshSeq();
    book.refresh(now);
    acts.refresh(now);
    Set<String> ids = new TreeSet<>();
    reports.forEach(report -> ids.addAll(cited(report)));
    return ids.stream().flatMap(id -> book.find(id).stream()).map(e -> e.event()).toList();
  }

  /** The reports that cite a context event, by id. */
  List<ReportId> citing(String contextId) {
    HydratedView view = views.now();
    acts.refresh(view.reports().refreshSeq());
    return view.reports().all().stream()
        .filter(report -> cited(report).contains(contextId))
        .map(MinorityReport::reportId)
        .toList();
  }

  /** The context events that a report cites as evidence, or an act about it links. */
  private Set<String> cited(MinorityReport report) {
    Set<String> ids = new HashSet<>();
    for (Evidence evidence : report.supportingEvidence()) {
      if (evidence.kind() == EvidenceKind.CONTEXT_EVENT || evidence.kind() == EvidenceKind.HUMAN) {
        ids.add(evidence.ref());
      }
    }
    acts.standing(report.reportId().value(), CommitPosition.of(Long.MAX_VALUE))
        .forEach(act -> ids.addAll(act.row().linkedContextIds()));
    return ids;
  }
}
