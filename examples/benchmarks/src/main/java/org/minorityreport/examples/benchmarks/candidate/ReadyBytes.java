package org.minorityreport.examples.benchmarks.candidate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.core.json.CanonicalJson;

/** Writes and forces lines that were made before the clock ran. */
final class ReadyBytes implements Candidate {
  private final ForcedFile file;
  private int ready;

  ReadyBytes(Path directory) throws IOException {
    this.file = new ForcedFile(directory.resolve("rows.jsonl"));
  }

  @Override
  public void prepare(List<ReportDetected> records) {
    file.add(records.stream().map(CanonicalJson::bytes).toList());
    ready = records.size();
  }

  @Override
  public int commit() throws IOException {
    file.writeAndForce();
    return ready;
  }

  @Override
  public long bytes() {
    return file.bytes();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
