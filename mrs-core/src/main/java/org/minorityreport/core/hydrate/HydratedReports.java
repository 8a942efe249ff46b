package org.minorityreport.core.hydrate;

import com.google.common.collect.Lists;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.view.FacetCounts;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.MinorityReports;
import org.minorityreport.api.view.Page;
import org.minorityreport.api.view.ReportFacet;
import org.minorityreport.api.view.ReportQuery;

/** The reports of a view. Immutable. */
final class HydratedReports implements MinorityReports {
  private final CommitPosition refreshSeq;
  private final List<String> unreadable;
  private final List<ReportEntry> entries;
  private final IdLookup<ReportEntry> lookup;

  HydratedReports(CommitPosition refreshSeq, List<String> unreadable, List<ReportEntry> byId) {
    this.refreshSeq = refreshSeq;
    this.unreadable = unreadable;
    this.entries = byId;
    this.lookup =
        new IdLookup<>(
            "report",
            "MR-",
            Lists.transform(byId, entry -> entry.draft().report().reportId().value()),
            byId::get);
  }

  @Override
  public CommitPosition refreshSeq() {
    return refreshSeq;
  }

  @Override
  public List<String> unreadable() {
    return unreadable;
  }

  @Override
  public List<MinorityReport> all() {
    return new Shown(entries);
  }

  @Override
  public List<MinorityReport> active() {
    return new Shown(entries.stream().filter(e -> e.draft().report().isOpen()).toList());
  }

  @Override
  public MinorityReport get(String id) {
    return lookup.get(id).report();
  }

  @Override
  public Page<MinorityReport> find(ReportQuery query) {
    return Finding.page(fitting(query), ReportRanking.of(query), query, ReportEntry::report);
  }

  @Override
  public FacetCounts counts(ReportFacet facet, ReportQuery query) {
    return Finding.counts(
        fitting(query), entry -> facet.valueIn(entry.draft().report()).stream().toList());
  }

  @Override
  public List<ReportId> changed(CommitPosition since) {
    Finding.checkSince(since, refreshSeq);
    return entries.stream()
        .filter(entry -> entry.lastChanged() > since.value())
        .map(entry -> entry.draft().report().reportId())
        .toList();
  }

  private List<ReportEntry> fitting(ReportQuery query) {
    return Finding.fitting(entries, ReportConditions.of(query));
  }

  /** Reports that are made when somebody looks at them, and not kept. */
  private static final class Shown extends AbstractList<MinorityReport> implements RandomAccess {
    private final List<ReportEntry> entries;

    Shown(List<ReportEntry> entries) {
      this.entries = entries;
    }

    @Override
    public MinorityReport get(int index) {
      return entries.get(index).report();
    }

    @Override
    public int size() {
      return entries.size();
    }
  }
}
