package org.minorityreport.examples.benchmarks.candidate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.core.json.CanonicalJson;
import tools.jackson.databind.json.JsonMapper;

/** Serialises records and writes and forces their lines: no key, no check, no digest. */
final class SerialisedFile implements Candidate {
  private final ForcedFile file;
  private final SideBySide encoders;
  private final Function<ReportDetected, byte[]> json;
  private List<ReportDetected> records = List.of();

  private SerialisedFile(Path directory, SideBySide encoders, Function<ReportDetected, byte[]> json)
      throws IOException {
    this.file = new ForcedFile(directory.resolve("rows.jsonl"));
    this.encoders = encoders;
    this.json = json;
  }

  static Candidate canonical(Path directory, SideBySide encoders) throws IOException {
    return new SerialisedFile(directory, encoders, CanonicalJson::bytes);
  }

  static Candidate plain(Path directory, SideBySide encoders) throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    return new SerialisedFile(directory, encoders, mapper::writeValueAsBytes);
  }

  @Override
  public void prepare(List<ReportDetected> next) {
    records = next;
  }

  @Override
  public int commit() throws Exception {
    file.add(encoders.map(records, json));
    file.writeAndForce();
    return records.size();
  }

  @Override
  public long bytes() {
    return file.bytes();
  }

  @Override
  public void close() throws IOException {
    encoders.close();
    file.close();
  }
}
