package org.minorityreport.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Logs;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.log.disk.Disk;
import org.minorityreport.core.log.file.DirectoryLogStore;
import org.minorityreport.testkit.store.disk.FaultyDisk;

/** The store on a real disk: files, paths, locks, what is refused. */
class DirectoryLogStoreTest {
  @TempDir private Path temporary;

  @Nested
  class OnDisk {
    @Test
    void segments_areRowsAndNothingElse_andRollBySize() throws IOException {
      Path directory = told();

      assertThat(tree(directory))
          .containsExactly(
              "format",
              "holder",
              "journal",
              "lock",
              "minority_event_ended_log/000001.jsonl",
              "minority_events_log/000001.jsonl",
              "minority_reports_detected_log/000001.jsonl",
              "minority_reports_detected_log/000002.jsonl",
              "minority_reports_detected_log/000003.jsonl");
      List<String> lines = new ArrayList<>();
      for (String file : tree(directory)) {
        if (file.startsWith("minority_reports_detected_log")) {
          lines.addAll(Files.readAllLines(directory.resolve(file)));
        }
      }
      assertThat(lines)
          .hasSize(6)
          .first()
          .isEqualTo(
              "{\"run_id\":\"main\",\"written_at\":\"1970-01-01T00:00:00Z\",\"version\":1,"
                  + "\"report_id\":\"a\",\"content\":\"x\"}");
    }

    /** The format is a promise; these digests were computed with other tools. */
    @Test
    void journal_isAsSpecified() throws IOException {
      Path directory = told();

      assertThat(Files.readString(directory.resolve("format")))
          .isEqualTo("{\"format\":\"minority-report-logs\",\"version\":1}\n");
      assertThat(Files.readAllLines(directory.resolve("journal")).get(0))
          .isEqualTo(
              "0000026a 2fc8777e 0e40f88e92957b71b1f5d0ea296456f57a49e093a81b949404bf"
                  + "d23cf1851692 {\"position\":1,\"committed_at\":\"1970-01-01T00:00:00Z\",\"slic"
                  + "es\":[{\"log\":\"minority_reports_detected_log\",\"writer\":\"detection\",\"segm"
                  + "ent\":1,\"offset\":0,\"length\":96,\"rows\":1,\"runs\":{\"main\":{\"first\":1,\"rows"
                  + "\":1}},\"crc32c\":\"975c1f8b\",\"sha256\":\"9f65ad7f389a0bd11ee90040536e0344e3"
                  + "445a16993f6f13a09ed7da0322d383\"},{\"log\":\"minority_event_ended_log\",\"wr"
                  + "iter\":\"detection\",\"segment\":1,\"offset\":0,\"length\":96,\"rows\":1,\"runs\":{"
                  + "\"main\":{\"first\":1,\"rows\":1}},\"crc32c\":\"975c1f8b\",\"sha256\":\"9f65ad7f389"
                  + "a0bd11ee90040536e0344e3445a16993f6f13a09ed7da0322d383\"}]}");
    }

    @Test
    void relativeAndSymbolicPaths_areTheSameStore() throws IOException {
      Path real = Files.createDirectories(temporary.resolve("real"));
      Path link = Files.createSymbolicLink(temporary.resolve("link"), real);
      Path crooked = temporary.resolve("x/../link/store");
      try (DirectoryLogStore store = LogStores.directory(crooked)) {
        assertThat(store.directory()).isEqualTo(real.toRealPath().resolve("store"));
        assertThatThrownBy(() -> LogStores.directory(real.resolve("store")))
            .hasMessageContaining("is held by another writer");
      }
      assertThat(link.resolve("store/journal")).exists();
    }

    @Test
    void reader_seesCommitsAsTheyCome_andRefusesToAppend() {
      Path directory = temporary.resolve("store");
      try (DirectoryLogStore store = LogStores.directory(directory);
          DirectoryLogStore reader = LogStores.directoryForReading(directory)) {
        for (int i = 0; i < Story.COMMITS.size(); i++) {
          store.append(Story.COMMITS.get(i));
          assertThat(DirectoryStory.difference(reader, i + 1)).isEmpty();
        }
        assertRefused(() -> reader.append(Commit.of(List.of())), "is open for reading only");
        assertThat(reader.verify(store.anchor())).isEmpty();
      }
    }
  }

  @Nested
  class Refused {
    @Test
    void secondWriter_isToldWhoHoldsIt_andTheFirstGoesOn() {
      Path directory = temporary.resolve("store");
      try (DirectoryLogStore store = LogStores.directory(directory)) {
        for (int i = 0; i < 2; i++) {
          assertThatThrownBy(() -> LogStores.directory(directory))
              .isInstanceOf(LogStoreException.class)
              .hasMessageMatching(
                  ".*store is held by another writer: process "
                      + ProcessHandle.current().pid()
                      + " on .+ since \\d{4}-.+Z; close that one, or open the store for reading");
        }
        store.append(Story.COMMITS.get(0));
      }
      LogStores.directory(directory).close();
    }

    @Test
    void directoryOfSomethingElse_isNotTouched() throws IOException {
      Files.writeString(temporary.resolve("letter.txt"), "Dear");

      assertRefused(
          () -> LogStores.directory(temporary),
          temporary.toRealPath()
              + " is not a log store: it holds [letter.txt] and no file 'format'; name a directory"
              + " that is new, empty or a log store; nothing was touched");
      assertRefused(() -> LogStores.directoryForReading(temporary), "is not a log store");
      assertThat(tree(temporary)).containsExactly("letter.txt");
    }

    @Test
    void file_isNoDirectory() throws IOException {
      Path file = Files.writeString(temporary.resolve("letter.txt"), "Dear");

      assertRefused(() -> LogStores.directory(file), "is a file; a log store is a directory");
    }

    @Test
    void nothing_isNotOpenedForReading() throws IOException {
      assertRefused(
          () -> LogStores.directoryForReading(temporary.resolve("none")),
          "holds no log store yet; open it for writing to make one");
      assertThat(tree(temporary)).isEmpty();
    }

    @Test
    void otherFormats_sayFoundAndExpected() throws IOException {
      Path directory = told();
      Path format = directory.resolve("format");

      Files.writeString(format, "{\"format\":\"minority-report-logs\",\"version\":7}\n");
      assertRefused(
          () -> LogStores.directory(directory), "found version 7, expected 1: it is too new");
      Files.writeString(format, "{\"format\":\"minority-report-logs\",\"version\":0}\n");
      assertRefused(
          () -> LogStores.directory(directory), "found version 0, expected 1: it is too old");
      Files.writeString(format, "\u0001hello");
      assertRefused(() -> LogStores.directory(directory), "format: found '?hello', expected '{");
      Files.delete(format);
      assertRefused(() -> LogStores.directory(directory), "is not a log store");
    }

    @Test
    void lostJournal_isNotTakenForAnEmptyStore() throws IOException {
      Path directory = told();
      Files.delete(directory.resolve("journal"));

      assertRefused(() -> LogStores.directory(directory), "journal: the file is missing");
      assertRefused(() -> LogStores.directoryForReading(directory), "journal: the file is missing");
    }

    @Test
    void lostSegment_isDamageOfWhatItHeld() throws IOException {
      Path directory = told();
      Files.delete(directory.resolve("minority_reports_detected_log/000002.jsonl"));

      assertRefused(
          () -> LogStores.directory(directory),
          "minority_reports_detected_log, segment 000002.jsonl, offset 0, position 2: the file is"
              + " missing");
      try (DirectoryLogStore store = LogStores.directoryForReading(directory)) {
        assertThat(Answers.rows(store, Logs.REPORTS_DETECTED, StoreRows.MAIN, 2, 4)).hasSize(2);
        assertRefused(
            () -> Answers.rows(store, Logs.REPORTS_DETECTED, StoreRows.MAIN, 0, 4), "position 2");
      }
    }

    @Test
    void readOnlyDisk_isNamedAndCanBeRead() {
      FaultyDisk readOnly = DirectoryStory.told().restarted().readOnlyFrom(1);

      assertRefused(() -> DirectoryStory.open(readOnly), "cannot be opened for writing: ");
      assertRefused(() -> DirectoryStory.open(readOnly), "Read-only file system");
      assertThat(DirectoryStory.difference(DirectoryStory.reading(readOnly), 4)).isEmpty();
    }

    @Test
    void closedStore_saysSo() {
      DirectoryLogStore store = LogStores.directory(temporary.resolve("store"));
      store.close();
      store.close();

      assertRefused(store::anchor, "the store is closed");
      assertRefused(store::verify, "the store is closed");
      assertRefused(
          () -> store.count(Logs.EVENTS, StoreRows.MAIN, CommitPosition.of(Long.MAX_VALUE)),
          "the store is closed");
    }
  }

  private Path told() {
    Path directory = temporary.resolve("store");
    try (DirectoryLogStore store =
        LogStores.directory(directory, DirectoryStory.options(Disk.real()))) {
      Story.tell(store, 0);
    }
    return directory;
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(LogStoreException.class).hasMessageContaining(message);
  }

  /** All files but caches, of which there may be any. */
  private static List<String> tree(Path directory) throws IOException {
    try (Stream<Path> found = Files.walk(directory)) {
      return found
          .filter(Files::isRegularFile)
          .map(p -> directory.relativize(p).toString())
          .filter(name -> !name.startsWith("cache"))
          .sorted()
          .toList();
    }
  }
}
