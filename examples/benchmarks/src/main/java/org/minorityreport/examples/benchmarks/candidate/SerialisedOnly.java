package org.minorityreport.examples.benchmarks.candidate;

import java.util.List;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.core.json.CanonicalJson;

/** Serialises records and keeps nothing of them but the number of bytes. */
final class SerialisedOnly implements Candidate {
  private final SideBySide encoders;
  private List<ReportDetected> records = List.of();
  private long bytes;

  SerialisedOnly(SideBySide encoders) {
    this.encoders = encoders;
  }

  @Override
  public void prepare(List<ReportDetected> next) {
    records = next;
  }

  @Override
  public int commit() throws Exception {
    for (byte[] json : encoders.map(records, CanonicalJson::bytes)) {
      bytes += json.length + 1;
    }
    return records.size();
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public void close() {
    encoders.close();
  }
}
