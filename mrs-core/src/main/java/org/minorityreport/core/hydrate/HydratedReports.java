package org.minorityreport.core.hydrate;

import com.google.common.collect.Lists;
import java.util.List;
import java.util.function.Function;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.view.Bands;
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
  private final Bands bands;

  HydratedReports(
      CommitPosition refreshSeq, List<String> unreadable, List<ReportEntry> byId, Bands bands) {
    this.bands = bands;
    this.refreshSeq = refreshSeq;
    this.unreadable = unreadable;
    this.entries = byId;
    this.lookup =
        new IdLookup<>("report", "MR-", Lists.transform(byId, entry -> entry.idText()), byId::get);
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
    return Shown.of(entries, ReportEntry::report);
  }

  @Override
  public List<MinorityReport> active() {
    return Shown.of(
        entries.stream().filter(e -> e.readings().isOpen()).toList(), ReportEntry::report);
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
        fitting(query), entry -> facet.valueIn(entry.readings()).stream().toList());
  }

  @Override
  public List<ReportId> changed(CommitPosition since) {
    Finding.checkSince(since, refreshSeq);
    return entries.stream()
        .filter(entry -> entry.lastChanged() > since.value())
        .map(entry -> ReportId.of(entry.idText()))
        .toList();
  }

  private List<ReportEntry> fitting(ReportQuery query) {
    return Finding.fitting(entries, ReportConditions.of(query, bands), Function.identity());
  }

  @Override
  public Bands bands() {
    return bands;
  }
}
