package org.minorityreport.examples.benchmarks.reading;

import java.sql.SQLException;
import java.util.Optional;

/** One way to read the logs; one thread at a time. */
public interface Reading extends AutoCloseable {
  /**
   * Reads the logs. Timed.
   *
   * @throws Exception if they cannot be read
   */
  void run() throws Exception;

  /**
   * What was found. Not timed.
   *
   * @return the answer; empty if this way looks at nothing that has a meaning
   * @throws Exception if it cannot be made
   */
  Optional<Answer> answer() throws Exception;

  @Override
  default void close() throws SQLException {}
}
