package org.minorityreport.testkit.store.kill;

import java.nio.file.Path;
import java.util.List;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.core.log.file.DirectoryLogStore;
import org.minorityreport.core.log.file.DirectoryOptions;
import org.minorityreport.core.log.file.Finding;

/** Our file store, with segments so small that some commits begin new ones. */
final class KillableDirectory implements KillableStore {
  private static final DirectoryOptions OPTIONS =
      DirectoryOptions.defaults().segmentBytes(20_000).heapKeys(100);

  @Override
  public LogStore open(Path directory) {
    return DirectoryLogStore.open(directory, OPTIONS);
  }

  @Override
  public LogStore openForReading(Path directory) {
    return DirectoryLogStore.openForReading(directory, OPTIONS);
  }

  @Override
  public List<String> openingReport(LogStore store) {
    return texts(((DirectoryLogStore) store).openingReport());
  }

  @Override
  public List<String> verify(LogStore store) {
    return texts(((DirectoryLogStore) store).verify());
  }

  @Override
  public boolean holdsRows(Path file) {
    return file.equals(Path.of("journal")) || file.toString().endsWith(".jsonl");
  }

  private static List<String> texts(List<Finding> findings) {
    return findings.stream().map(Finding::toString).toList();
  }
}
