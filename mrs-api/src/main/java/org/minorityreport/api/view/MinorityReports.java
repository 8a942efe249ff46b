package org.minorityreport.api.view;

import java.util.List;
import org.minorityreport.api.log.CommitPosition;

/** The hydrated reports of a run as of one position; nothing in it changes. Thread-safe. */
public interface MinorityReports {
  /** {@return the commit position hydrated up to} */
  CommitPosition refreshSeq();

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
