package org.minorityreport.core.attribution;

import java.util.List;
import java.util.Optional;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Driver;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.model.Candidate;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.core.identity.Digests;
import org.minorityreport.core.input.DriverBook;
import org.minorityreport.core.json.CanonicalJson;

/** The drivers of candidates (spec 5.1). */
public final class CandidateDrivers {
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
            .filter(driver -> touches(driver, store.storeId(), store.region(), report.skus()))
            .toList();
    return near.size() == candidate.drivers().size()
        ? candidate
        : Candidate.builder().from(candidate).drivers(near).build();
  }

  /**
   * Whether a driver of a candidate goes with it to the model that weighs it for a report.
   *
   * @param driver the driver
   * @param store where the report is
   * @param region region of the store
   * @param skus the products of the report
   * @return whether it touches them
   */
  public static boolean touches(
      Driver driver, StoreId store, Optional<String> region, List<Sku> skus) {
    return DriverBook.touches(driver, store, region)
        && (driver.skus().isEmpty() || driver.skus().stream().anyMatch(skus::contains));
  }

  /** {@return digests of all drivers of some candidates, in their order} */
  static List<String> hashes(List<Candidate> candidates) {
    return candidates.stream()
        .flatMap(candidate -> candidate.drivers().stream())
        .map(driver -> Digests.sha256Hex(CanonicalJson.bytes(driver)))
        .toList();
  }
}
