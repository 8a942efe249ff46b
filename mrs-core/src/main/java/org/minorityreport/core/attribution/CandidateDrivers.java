package org.minorityreport.core.attribution;

import java.util.List;
import org.minorityreport.api.input.Driver;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.model.Candidate;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.core.identity.Digests;
import org.minorityreport.core.input.DriverBook;
import org.minorityreport.core.json.CanonicalJson;

/** The drivers of candidates (spec 5.1). */
final class CandidateDrivers {
  private CandidateDrivers() {}

  /** {@return the candidates with those of their drivers that touch a report} */
  static List<Candidate> near(List<Candidate> candidates, ReportSpine report, Store store) {
    return candidates.stream().anyMatch(candidate -> !candidate.drivers().isEmpty())
        ? candidates.stream().map(candidate -> near(candidate, report, store)).toList()
        : candidates;
  }

  private static Candidate near(Candidate candidate, ReportSpine report, Store store) {
    List<Driver> near =
        candidate.drivers().stream()
            .filter(driver -> DriverBook.touches(driver, store) && concerns(driver, report))
            .toList();
    return near.size() == candidate.drivers().size()
        ? candidate
        : Candidate.builder().from(candidate).drivers(near).build();
  }

  private static boolean concerns(Driver driver, ReportSpine report) {
    return driver.skus().isEmpty() || driver.skus().stream().anyMatch(report.skus()::contains);
  }

  /** {@return digests of all drivers of some candidates, in their order} */
  static List<String> hashes(List<Candidate> candidates) {
    return candidates.stream()
        .flatMap(candidate -> candidate.drivers().stream())
        .map(driver -> Digests.sha256Hex(CanonicalJson.bytes(driver)))
        .toList();
  }
}
