package org.minorityreport.core.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.review.LookAlike;
import org.minorityreport.api.view.ChangedIds;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.Surroundings;
import org.minorityreport.core.hydrate.HydratedView;
import org.minorityreport.core.review.Reviews;
import org.minorityreport.core.review.Views;

/**
 * Leads from reports and events to what they are about, and back (spec 3.12), as things stand now.
 * Thread-safe.
 */
public final class Walks {
  private final Views views;
  private final Reviews reviews;
  private final Described described;

  /**
   * Walks of a run.
   *
   * @param store the logs
   * @param run the line of work
   * @param views what people look at
   * @param reviews what people did
   */
  public Walks(LogStore store, RunId run, Views views, Reviews reviews) {
    this.views = Objects.requireNonNull(views, "views");
    this.reviews = Objects.requireNonNull(reviews, "reviews");
    this.described = new Described(store, run);
  }

  /**
   * What is shown otherwise than at an earlier position, whatever the reason: new rows, rows that
   * were retracted, reports that came into an event or left it. Both views are compared row by row;
   * a position that nobody looked at lately is hydrated for this call.
   *
   * @param since the position that is already known
   * @return the ids, to be read again or forgotten
   * @throws org.minorityreport.api.error.InvalidValueException if it is after the newest commit
   */
  public ChangedIds changed(CommitPosition since) {
    HydratedView now = views.now();
    CommitPosition seq = now.reports().refreshSeq();
    now.reports().changed(since); // refuses what this view cannot know of
    ChangedIds.Builder changed = ChangedIds.builder().since(since.value()).refreshSeq(seq.value());
    if (since.equals(seq)) {
      return changed.build();
    }
    HydratedView then = views.at(since);
    return changed
        .reportIds(different(then.reports().all(), now.reports().all(), MinorityReport::reportId))
        .eventIds(different(then.events().all(), now.events().all(), MinorityEvent::eventId))
        .build();
  }

  private static <T, I extends Comparable<I>> SortedSet<I> different(
      List<T> then, List<T> now, Function<T, I> id) {
    Map<I, T> left = new TreeMap<>();
    then.forEach(row -> left.put(id.apply(row), row));
    SortedSet<I> ids = new TreeSet<>();
    for (T row : now) {
      T before = left.remove(id.apply(row));
      if (!row.equals(before)) {
        ids.add(id.apply(row));
      }
    }
    ids.addAll(left.keySet());
    return ids;
  }

  /**
   * What a report or event leads to.
   *
   * @param id a report or event, or its prefix and at least 8 digits; of a merged event the one
   *     that took it in answers
   * @return its reports, event, stores, campaigns and context events
   * @throws org.minorityreport.api.error.UsageException if nothing matches, or more than one
   */
  public Surroundings around(String id) {
    HydratedView view = views.now();
    List<MinorityReport> reports = new ArrayList<>();
    Set<EventId> events = new TreeSet<>();
    if (id.startsWith("ME-")) {
      MinorityEvent event = view.events().get(id);
      events.add(event.eventId());
      event.reportIds().forEach(one -> reports.add(view.reports().get(one.value())));
    } else {
      reports.add(view.reports().get(id));
      reports.get(0).reportGroupId().ifPresent(events::add);
    }
    CommitPosition seq = view.reports().refreshSeq();
    Set<StoreId> stores = new TreeSet<>();
    Set<String> campaigns = new TreeSet<>();
    for (MinorityReport report : reports) {
      stores.add(report.storeId());
      report.supportingEvidence().stream()
          .filter(e -> e.kind() == EvidenceKind.CAMPAIGN)
          .map(Evidence::ref)
          .forEach(campaigns::add);
    }
    return Surroundings.builder()
        .refreshSeq(seq.value())
        .reportIds(reports.stream().map(MinorityReport::reportId).sorted().toList())
        .eventIds(events)
        .stores(described.stores(stores, seq))
        .campaigns(described.campaigns(campaigns, seq))
        .contextEvents(reviews.contextsCitedBy(reports))
        .build();
  }

  /**
   * The reports whose anomaly has the nearest shape; each of them is a report to go on from.
   *
   * @param report a report
   * @param most how many at most
   * @return the nearest first; of equals the smaller id first
   * @throws org.minorityreport.api.review.ActRefusedException if there is no such report, or it has
   *     no shape yet
   */
  public List<LookAlike> lookAlikes(String report, int most) {
    return reviews.workLists().lookAlikes(report, most);
  }

  /**
   * {@return the reports at a store, by id; none if there is no such store}
   *
   * @param store a store
   */
  public List<ReportId> reportsAt(StoreId store) {
    return reports(report -> report.storeId().equals(store));
  }

  /**
   * The reports that cite a campaign as evidence.
   *
   * @param campaignId a campaign
   * @return the reports, by id
   */
  public List<ReportId> reportsCitingCampaign(String campaignId) {
    return reports(
        report ->
            report.supportingEvidence().stream()
                .anyMatch(e -> e.kind() == EvidenceKind.CAMPAIGN && e.ref().equals(campaignId)));
  }

  /**
   * The reports that cite a context event as evidence, or have an act that links it.
   *
   * @param contextId a context event of a source or a person
   * @return the reports, by id
   */
  public List<ReportId> reportsCitingContext(String contextId) {
    return reviews.reportsCiting(contextId);
  }

  private List<ReportId> reports(Predicate<MinorityReport> which) {
    return views.now().reports().all().stream()
        .filter(which)
        .map(MinorityReport::reportId)
        .toList();
  }
}
