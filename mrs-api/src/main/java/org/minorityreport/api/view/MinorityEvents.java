package org.minorityreport.api.view;

import java.util.List;
import org.minorityreport.api.log.CommitPosition;

/** The hydrated events of a run as of one position; nothing in it changes. Thread-safe. */
public interface MinorityEvents {
  /** {@return the commit position hydrated up to} */
  CommitPosition refreshSeq();

  /**
   * What of the logs could not be read because it is damaged: the view is made of the rest.
   *
   * @return the damaged places, each with log, file, offset and position, sorted; empty if
   *     everything was read
   */
  List<String> unreadable();

  /** {@return all of them, by id} */
  List<MinorityEvent> all();

  /** {@return those that still go on, by id} */
  List<MinorityEvent> active();

  /**
   * Looks one up.
   *
   * @param id its id, or its prefix and at least 8 digits of it
   * @return the event
   * @throws org.minorityreport.api.error.UsageException if nothing matches, or more than one,
   *     listing the candidates
   */
  MinorityEvent get(String id);
}
