package org.minorityreport.api.view;

import java.util.List;
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
}
