package org.minorityreport.api.view;

import java.util.List;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.log.CommitPosition;

/** The hydrated reports of a run as of one position; nothing in it changes. Thread-safe. */
public interface MinorityReports {
  /** {@return the commit position hydrated up to} */
  CommitPosition refreshSeq();

  /**
   * What of the logs could not be read because it is damaged: the view is made of the rest, and a
   * report is marked where a stage left a row that is missing.
   *
   * @return the damaged places, each with log, file, offset and position, sorted; empty if
   *     everything was read
   */
  List<String> unreadable();

  /** {@return all of them, by id} */
  List<MinorityReport> all();

  /** {@return those that still go on, by id} */
  List<MinorityReport> active();

  /**
   * Looks one up.
   *
   * @param id its id, or its prefix and at least 8 digits of it
   * @return the report
   * @throws org.minorityreport.api.error.UsageException if nothing matches, or more than one,
   *     listing the candidates
   */
  MinorityReport get(String id);

  /**
   * Finds some of them.
   *
   * @param query which ones, in which order, which page
   * @return that page
   */
  Page<MinorityReport> find(ReportQuery query);

  /**
   * Counts those that a query finds, on whatever page.
   *
   * @param facet what they are counted by
   * @param query which ones; its order and page do not matter
   * @return the counts
   */
  FacetCounts counts(ReportFacet facet, ReportQuery query);

  /**
   * Those that rows after a position contribute to, for screens and caches that follow. Not among
   * them are those that are no more, and those that only lost a row (a retraction) and show older
   * ones again: {@code Mrs.walks().changed(since)} names these too, by comparing both views.
   *
   * @param since the position that is already known, not after {@link #refreshSeq()}
   * @return ids whose {@code last_changed} is after it, sorted
   * @throws org.minorityreport.api.error.InvalidValueException if it is after the view's
   */
  List<ReportId> changed(CommitPosition since);

  /** {@return from where on a confidence or a severity of this run is called what} */
  default Bands bands() {
    return Bands.USUAL;
  }
}
