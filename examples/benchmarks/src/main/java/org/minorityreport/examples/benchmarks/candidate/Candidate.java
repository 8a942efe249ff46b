package org.minorityreport.examples.benchmarks.candidate;

import java.io.IOException;
import java.util.List;
import org.minorityreport.api.record.ReportDetected;

/** Something that keeps records, or a part of that work; one thread at a time. */
public interface Candidate extends AutoCloseable {
  /**
   * Takes the records of the next commit. Not timed.
   *
   * @param records the records
   * @throws Exception if the candidate fails
   */
  void prepare(List<ReportDetected> records) throws Exception;

  /**
   * Does the work for the records taken last; what it keeps is durable when it returns. Timed.
   *
   * @return how many records were not there yet
   * @throws Exception if the candidate fails
   */
  int commit() throws Exception;

  /** {@return bytes of JSON made or written so far, line breaks included} */
  long bytes();

  @Override
  void close() throws IOException;
}
