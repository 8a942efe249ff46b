package org.minorityreport.core.hydrate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.MinorityReports;

/** The reports of a view. Immutable. */
final class HydratedReports implements MinorityReports {
  private final CommitPosition refreshSeq;
  private final List<MinorityReport> all;
  private final IdLookup<MinorityReport> lookup;

  HydratedReports(CommitPosition refreshSeq, List<MinorityReport> byId) {
    this.refreshSeq = refreshSeq;
    this.all = List.copyOf(byId);
    Map<String, MinorityReport> ids = new TreeMap<>();
    all.forEach(report -> ids.put(report.reportId().value(), report));
    this.lookup = new IdLookup<>("report", "MR-", ids);
  }

  @Override
  public CommitPosition refreshSeq() {
    return refreshSeq;
  }

  @Override
  public List<MinorityReport> all() {
    return all;
  }

  @Override
  public List<MinorityReport> active() {
    return all.stream().filter(MinorityReport::isOpen).toList();
  }

  @Override
  public MinorityReport get(String id) {
    return lookup.get(id);
  }
}
