package org.minorityreport.core.hydrate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.view.EventFacet;
import org.minorityreport.api.view.EventOrder;
import org.minorityreport.api.view.EventQuery;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.ReportFacet;
import org.minorityreport.api.view.ReportOrder;
import org.minorityreport.api.view.ReportQuery;
import org.minorityreport.core.log.file.DirectoryLogStore;
import org.minorityreport.core.log.file.DirectoryOptions;
import org.minorityreport.core.log.file.Finding;

/** A view that goes on from a snapshot says what one says that begins at the first row. */
class ViewSnapshotTest {
  private static final Sample NORTH = Sample.of("north", "2025-08-07T10:00:00Z");
  private static final Sample SOUTH = Sample.of("south", "2025-08-07T11:00:00Z");

  @Provide
  Arbitrary<List<List<Fact>>> histories() {
    return Fact.histories();
  }

  @Property(tries = 120)
  void viewThatGoesOnFromSnapshots_isAFullRebuild(
      @ForAll("histories") List<List<Fact>> history,
      @ForAll Set<@IntRange(max = 10) Integer> snapshots,
      @ForAll Set<@IntRange(max = 10) Integer> refreshes)
      throws IOException {
    Path folder = Files.createTempDirectory("kept");
    Scene rows = new Scene();
    try (DirectoryLogStore files = DirectoryLogStore.open(folder, DirectoryOptions.defaults())) {
      Scene written = new Scene(files);
      Hydration along = Hydration.along(files, Scene.RUN, 2);
      for (int i = 0; i < history.size(); i++) {
        Fact.apply(rows, history.get(i));
        Fact.apply(written, history.get(i));
        if (refreshes.contains(i)) {
          RefreshLawsTest.assertSameBytes(along.refresh(), rows.now());
        }
        if (snapshots.contains(i) && files.head().value() > 0) {
          along.refresh();
          assertThat(along.keepSnapshot()).isTrue();
          along.close();
          along = Hydration.along(files, Scene.RUN, 2);
        }
      }

      HydratedView last = along.refresh();
      RefreshLawsTest.assertSameBytes(last, rows.now());
      assertSameAnswers(last, rows.now());
      RefreshLawsTest.assertSameBytes(written.now(), rows.now());
      along.close();
    } finally {
      MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
    }
  }

  private static void assertSameAnswers(HydratedView actual, HydratedView expected) {
    ReportQuery open = ReportQuery.builder().open(true).build();
    assertThat(actual.reports().find(open)).isEqualTo(expected.reports().find(open));
    assertThat(actual.reports().active()).isEqualTo(expected.reports().active());
    assertThat(actual.events().active()).isEqualTo(expected.events().active());
    for (ReportOrder order : ReportOrder.values()) {
      ReportQuery query = ReportQuery.builder().order(order).descending(true).build();
      assertThat(actual.reports().find(query)).isEqualTo(expected.reports().find(query));
    }
    for (EventOrder order : EventOrder.values()) {
      EventQuery query = EventQuery.builder().order(order).text("a").build();
      assertThat(actual.events().find(query)).isEqualTo(expected.events().find(query));
    }
    ReportQuery named = ReportQuery.builder().text("name").build();
    for (ReportFacet facet : ReportFacet.values()) {
      assertThat(actual.reports().counts(facet, named))
          .isEqualTo(expected.reports().counts(facet, named));
    }
    for (EventFacet facet : EventFacet.values()) {
      EventQuery all = EventQuery.builder().build();
      assertThat(actual.events().counts(facet, all))
          .isEqualTo(expected.events().counts(facet, all));
    }
    CommitPosition half = CommitPosition.of(expected.reports().refreshSeq().value() / 2);
    assertThat(actual.reports().changed(half)).isEqualTo(expected.reports().changed(half));
    assertThat(actual.events().changed(half)).isEqualTo(expected.events().changed(half));
    for (MinorityReport report : expected.reports().all()) {
      String id = report.reportId().value();
      assertThat(actual.reports().get(id)).isEqualTo(report);
      report
          .reportGroupId()
          .ifPresent(
              event ->
                  assertThat(actual.events().get(event.value()))
                      .isEqualTo(expected.events().get(event.value())));
    }
  }

  @Test
  void snapshotWithAnyByteChanged_isNotUsed(@TempDir Path folder) throws IOException {
    try (DirectoryLogStore files = twoReports(folder)) {
      HydratedView expected = new Scene(files).now();
      keep(files);
      Path kept = kept(folder);
      byte[] sound = Files.readAllBytes(kept);
      for (int at = 0; at < sound.length; at += 1 + sound.length / 400) {
        byte[] damaged = sound.clone();
        damaged[at] ^= 4;
        Files.write(kept, damaged);
        RefreshLawsTest.assertSameBytes(new Scene(files).now(), expected);
        if (at % 7 == 0) {
          assertThat(files.verify())
              .extracting(Finding::toString)
              .anyMatch(f -> f.contains("kept"));
        }
      }
      Files.write(kept, List.of("shorter"));
      RefreshLawsTest.assertSameBytes(new Scene(files).now(), expected);
    }
  }

  @Test
  void snapshotOfAnotherStore_isNotUsed(@TempDir Path folder, @TempDir Path other)
      throws IOException {
    try (DirectoryLogStore files = twoReports(folder);
        DirectoryLogStore foreign = DirectoryLogStore.open(other, DirectoryOptions.defaults())) {
      keep(files);
      new Scene(foreign)
          .commit(SOUTH.detected("2025-08-07T12:00:00Z"))
          .commit(SOUTH.detected("2025-08-07T13:00:00Z"));
      Path copy = other.resolve(folder.relativize(kept(folder)));
      Files.createDirectories(copy.getParent());
      Files.copy(kept(folder), copy);

      assertThat(new Scene(foreign).now().reports().all())
          .extracting(MinorityReport::reportId)
          .containsExactly(SOUTH.id());
    }
  }

  @Test
  void snapshotThatIsFound_isGoneOnFrom(@TempDir Path folder) throws IOException {
    try (DirectoryLogStore files = twoReports(folder)) {
      keep(files);
      Path segment = folder.resolve(Logs.REPORTS_DETECTED.wireName()).resolve("000001.jsonl");
      byte[] sound = Files.readAllBytes(segment);
      Files.write(segment, new byte[sound.length]);

      assertThat(new Scene(files).now().reports().all()).as("nobody read the rows").hasSize(2);
      new Scene(files).commit(NORTH.clustered("2025-08-07T13:00:00Z"));

      HydratedView view = new Scene(files).now();
      assertThat(view.reports().unreadable()).as("now all rows were looked at").isNotEmpty();
      Files.write(segment, sound);
      assertThat(new Scene(files).now().reports().unreadable()).isEmpty();
    }
  }

  @Test
  void snapshotThatIsThere_isNotWrittenAgain(@TempDir Path folder) throws IOException {
    try (DirectoryLogStore files = twoReports(folder)) {
      keep(files);
      Object written = Files.readAttributes(kept(folder), "unix:ino").get("ino");
      keep(files);
      assertThat(Files.readAttributes(kept(folder), "unix:ino")).containsEntry("ino", written);

      new Scene(files).commit(NORTH.clustered("2025-08-07T13:00:00Z"));
      keep(files);
      assertThat(Files.readAttributes(kept(folder), "unix:ino"))
          .doesNotContainEntry("ino", written);
    }
  }

  @Test
  void viewThatMissesRows_isNotKept(@TempDir Path folder) throws IOException {
    try (DirectoryLogStore files = twoReports(folder)) {
      Path segment = folder.resolve(Logs.REPORTS_DETECTED.wireName()).resolve("000001.jsonl");
      Files.write(segment, new byte[(int) Files.size(segment)]);
      try (Hydration along = Hydration.along(files, Scene.RUN, 1)) {
        along.refresh();

        assertThat(along.keepSnapshot()).isFalse();
      }
    }
  }

  @Test
  void storeThatIsReadOnly_keepsNothing(@TempDir Path folder) throws IOException {
    twoReports(folder).close();
    try (DirectoryLogStore files =
            DirectoryLogStore.openForReading(folder, DirectoryOptions.defaults());
        Hydration along = Hydration.along(files, Scene.RUN, 1)) {
      along.refresh();

      assertThat(along.keepSnapshot()).isFalse();
      assertThat(folder.resolve("cache").resolve("kept")).doesNotExist();
    }
  }

  private static DirectoryLogStore twoReports(Path folder) {
    DirectoryLogStore files = DirectoryLogStore.open(folder, DirectoryOptions.defaults());
    new Scene(files)
        .commit(NORTH.detected("2025-08-07T12:00:00Z"), NORTH.clustered("2025-08-07T12:00:00Z"))
        .commit(SOUTH.detected("2025-08-07T12:00:00Z"));
    return files;
  }

  private static void keep(DirectoryLogStore files) {
    try (Hydration along = Hydration.along(files, Scene.RUN, 1)) {
      along.refresh();
      assertThat(along.keepSnapshot()).isTrue();
    }
  }

  private static Path kept(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("cache").resolve("kept"))) {
      return files.findFirst().orElseThrow();
    }
  }
}
