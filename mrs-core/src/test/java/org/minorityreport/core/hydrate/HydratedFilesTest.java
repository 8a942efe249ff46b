package org.minorityreport.core.hydrate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.log.file.DirectoryLogStore;
import org.minorityreport.core.log.file.DirectoryOptions;

/** Files are looked at in another way than rows of other stores, and say the same. */
class HydratedFilesTest {
  @Provide
  Arbitrary<List<List<Fact>>> histories() {
    return Fact.histories();
  }

  @Property(tries = 40)
  void viewOfFiles_isTheViewOfRows(
      @ForAll("histories") List<List<Fact>> history,
      @ForAll Set<@IntRange(max = 8) Integer> refreshes)
      throws IOException {
    Path folder = Files.createTempDirectory("hydrated");
    Scene rows = new Scene();
    try (DirectoryLogStore files = DirectoryLogStore.open(folder, DirectoryOptions.defaults());
        DirectoryLogStore read =
            DirectoryLogStore.openForReading(folder, DirectoryOptions.defaults());
        Hydration along = Hydration.along(read, Scene.RUN, 2)) {
      Scene written = new Scene(files);
      for (int i = 0; i < history.size(); i++) {
        Fact.apply(rows, history.get(i));
        Fact.apply(written, history.get(i));
        if (refreshes.contains(i)) {
          RefreshLawsTest.assertSameBytes(along.refresh(), rows.now());
        }
      }

      RefreshLawsTest.assertSameBytes(along.refresh(), rows.now());
      RefreshLawsTest.assertSameBytes(written.now(), rows.now());
      assertThat(written.now().reports().unreadable()).isEmpty();
    } finally {
      MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
    }
  }

  @Test
  void damagedSlice_isNamedAndTheRestIsShownAndMarked(@TempDir Path folder) throws IOException {
    Sample sample = Sample.of("north", "2025-08-07T10:00:00Z");
    try (DirectoryLogStore files = DirectoryLogStore.open(folder, DirectoryOptions.defaults())) {
      Scene scene = new Scene(files);
      for (String tick : List.of("2025-08-07T12:00:00Z", "2025-08-07T13:00:00Z")) {
        scene.commit(
            sample.detected(tick),
            sample.clustered(tick),
            Sample.ran("detection", tick, StageOutcome.OK),
            Sample.ran("clustering", tick, StageOutcome.OK));
      }
    }
    Path segment = folder.resolve(Logs.REPORTS_CLUSTERED.wireName()).resolve("000001.jsonl");
    byte[] bytes = Files.readAllBytes(segment);
    bytes[bytes.length - 10] ^= 1;
    Files.write(segment, bytes);

    try (DirectoryLogStore files =
        DirectoryLogStore.openForReading(folder, DirectoryOptions.defaults())) {
      HydratedView view = Hydration.hydrate(files, Scene.RUN, AsOf.now());
      MinorityReport report = view.reports().get(sample.id().value());

      assertThat(report.raisedAt()).isNotNull();
      assertThat(report.clusterId()).as("of the slice before").isPresent();
      assertThat(report.degradedReasons()).containsExactly("MRCL_down");
      assertThat(view.reports().unreadable())
          .singleElement()
          .asString()
          .contains(Logs.REPORTS_CLUSTERED.wireName(), "000001.jsonl", "position 2", "CRC32C");
      assertThat(view.events().unreadable()).isEqualTo(view.reports().unreadable());
    }
  }
}
