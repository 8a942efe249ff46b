package org.minorityreport.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Logs;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.log.disk.Disk;
import org.minorityreport.core.log.file.DirectoryLogStore;
import org.minorityreport.core.log.file.DirectoryOptions;

/**
 * Directories that cannot be opened: each has its own message, which says what is wrong, where, and
 * what to do, without the name of an exception; and nothing in it is touched.
 */
class BadDirectoriesTest {
  private static final Set<String> WRITING =
      Set.of("createDirectory", "forceDirectory", "openToWrite", "rename", "tryLock");

  @TempDir Path temporary;

  private Path root;

  @BeforeEach
  void resolve() throws IOException {
    root = temporary.toRealPath();
  }

  @Nested
  class NoStore {
    @Test
    void directoryOfSomethingElse_isNamedWithWhatItHolds() throws IOException {
      Files.writeString(root.resolve("letter.txt"), "Dear");
      Files.createDirectory(root.resolve("photos"));
      String message =
          root
              + " is not a log store: it holds [letter.txt, photos] and no file 'format'; name a"
              + " directory that is new, empty or a log store; nothing was touched";

      assertRefused(() -> LogStores.directory(root), message);
      assertRefused(() -> LogStores.directoryForReading(root), message);
      assertRefused(() -> DirectoryLogStore.repair(root, DirectoryOptions.defaults()), message);
    }

    @Test
    void file_isNamed() throws IOException {
      Path file = Files.writeString(root.resolve("letter.txt"), "Dear");
      String message = file + " is a file; a log store is a directory; nothing was touched";

      assertRefused(() -> LogStores.directory(file), message);
      assertRefused(() -> LogStores.directoryForReading(file), message);
    }

    @Test
    void pathThroughAFile_isNamed() throws IOException {
      Path file = Files.writeString(root.resolve("letter.txt"), "Dear");
      Path inside = file.resolve("store");

      assertRefused(
          () -> LogStores.directory(inside),
          inside + " cannot be opened for writing: " + inside + ": Not a directory; see to");
      assertRefused(
          () -> LogStores.directoryForReading(inside),
          inside + " cannot be opened for reading: " + inside + ": Not a directory; see to");
    }

    @Test
    void nothing_isNotReadAndNotMade() {
      assertRefused(
          () -> LogStores.directoryForReading(root.resolve("none/store")),
          root.resolve("none/store")
              + " does not exist, so it holds no log store yet; open it for writing to make one");
    }

    @Test
    void emptyDirectory_isNotReadAndNotFilled() {
      assertRefused(
          () -> LogStores.directoryForReading(root),
          root + " holds no log store yet; open it for writing to make one");
    }

    @Test
    void linkToNothing_isNamedWithItsTarget() throws IOException {
      Path link = Files.createSymbolicLink(root.resolve("link"), root.resolve("gone"));
      String what = link + ": a symbolic link to " + root.resolve("gone") + ", where nothing is; ";

      assertRefused(() -> LogStores.directory(link), "cannot be opened for writing: " + what);
      assertRefused(
          () -> LogStores.directoryForReading(link), "cannot be opened for reading: " + what);
      assertRefused(() -> LogStores.directory(link.resolve("store")), what);
    }

    @Test
    void linkToItself_isNamed() throws IOException {
      Path link = root.resolve("link");
      Files.createSymbolicLink(link, link);

      assertRefused(
          () -> LogStores.directory(link), "cannot be opened for writing: " + link + ": ");
    }
  }

  @Nested
  class OtherFormat {
    private static final String WHERE = ", format: found ";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        value = {
          "{\"format\":\"minority-report-logs\",\"version\":2}"
              + "|version 2, expected 1: it is too new, use the library that wrote it or a later one",
          "{\"format\":\"minority-report-logs\",\"version\":12,\"packed\":true}"
              + "|version 12, expected 1: it is too new, use the library that wrote it or a later one",
          "{\"format\":\"minority-report-logs\",\"version\":0}"
              + "|version 0, expected 1: it is too old, no library ever released wrote it",
          "{\"format\":\"minority-report-logs\",\"version\":1,\"packed\":true}"
              + "|'{\"format\":\"minority-report-logs\",\"version\":1,\"packed\":true}?', expected"
              + " '{\"format\":\"minority-report-logs\",\"version\":1}'; it is damaged",
          "PNG|'PNG?', expected '{\"format\":\"minority-report-logs\",\"version\":1}'; it is damaged",
        })
    void format_isToldFromDamage(String format, String message) throws IOException {
      Path store = made();
      Files.writeString(store.resolve("format"), format + "\n");

      assertRefused(
          () -> LogStores.directory(store), store + WHERE + message + "; nothing was touched");
      assertRefused(() -> LogStores.directoryForReading(store), store + WHERE + message);
    }

    @Test
    void lostJournal_isALossAndNoNewStore() throws IOException {
      Path store = made();
      Files.delete(store.resolve("journal"));
      String message =
          store + ", journal: the file is missing; restore it from a copy; nothing was touched";

      assertRefused(() -> LogStores.directory(store), message);
      assertRefused(() -> LogStores.directoryForReading(store), message);
    }
  }

  @Nested
  class Forbidden {
    @Test
    void readOnlyDisk_isNamedAndCanBeRead() throws IOException {
      Path store = made();
      DirectoryOptions readOnly =
          refusing(path -> new FileSystemException(path, null, "Read-only file system"));

      assertRefused(
          () -> LogStores.directory(store, readOnly),
          store
              + " cannot be opened for writing: "
              + store.resolve("lock")
              + ": Read-only file system; see to disk, path and permissions, or open it for reading");
      assertRefused(
          () -> LogStores.directory(root.resolve("new"), readOnly),
          root.resolve("new") + ": Read-only file system; see to");
      try (DirectoryLogStore reader = DirectoryLogStore.openForReading(store, readOnly)) {
        assertThat(reader.head()).isEqualTo(CommitPosition.of(1));
      }
    }

    @Test
    void noPermissionToWrite_isNamedAndCanBeRead() throws IOException {
      Path store = made();
      DirectoryOptions foreign = refusing(AccessDeniedException::new);

      assertRefused(
          () -> LogStores.directory(store, foreign),
          " cannot be opened for writing: " + store.resolve("lock") + ": no permission; see to");
      try (DirectoryLogStore reader = DirectoryLogStore.openForReading(store, foreign)) {
        assertThat(reader.head()).isEqualTo(CommitPosition.of(1));
      }
    }

    /** Not to be taken for a directory that is not there. */
    @Test
    void directoryThatMayNotBeEntered_isNamed() throws IOException {
      Path closed = Files.createDirectory(root.resolve("closed"));
      Path store = make(closed.resolve("store"));
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
      try {
        assumeFalse(Files.exists(store), "SKIPPED: an administrator may enter every directory");
        String what = store + ": no permission; see to";
        assertThatThrownBy(() -> LogStores.directory(store))
            .hasMessageContaining("cannot be opened for writing: " + what);
        assertThatThrownBy(() -> LogStores.directoryForReading(store))
            .hasMessageContaining("cannot be opened for reading: " + what);
      } finally {
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
      }
    }

    @Test
    void directoryThatMayNotBeWritten_isNamedAndCanBeRead() throws IOException {
      Path store = made();
      Files.delete(store.resolve("lock"));
      Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("r-xr-xr-x"));
      try {
        assumeFalse(Files.isWritable(store), "SKIPPED: an administrator may write everywhere");
        assertRefused(
            () -> LogStores.directory(store),
            " cannot be opened for writing: " + store.resolve("lock") + ": no permission; see to");
        LogStores.directoryForReading(store).close();
      } finally {
        Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rwx------"));
      }
    }
  }

  @Nested
  class HeldByAnother {
    private static final String SINCE =
        " on \\S.* since \\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z; close that one, or open the store for"
            + " reading";

    @Test
    void writerOfThisProcess_isNamed() {
      Path store = made();
      try (DirectoryLogStore first = LogStores.directory(store)) {
        assertHeld(store, ProcessHandle.current().pid());
        assertHeld(store, ProcessHandle.current().pid());
        assertThat(first.append(StoreRows.commit(StoreRows.row("b", 'x'))).newRows()).isOne();
      }
    }

    @Test
    void writerOfAnotherProcess_isNamed_andGivesTheStoreBackAtItsEnd() throws IOException {
      Path store = made();
      try (HoldingProcess other = HoldingProcess.of(store)) {
        assertHeld(store, other.pid());
        assertHeld(store, other.pid());
        try (DirectoryLogStore reader = LogStores.directoryForReading(store)) {
          assertThat(reader.head()).isEqualTo(CommitPosition.of(1));
        }
      }
      LogStores.directory(store).close();
    }

    /** A writer in another process must not be let in by an attempt that failed here. */
    @Test
    void attemptsOfOthers_leaveTheLockWithItsHolder() throws IOException {
      Path store = made();
      try (DirectoryLogStore first = LogStores.directory(store)) {
        assertHeld(store, ProcessHandle.current().pid());
        assertThatThrownBy(() -> HoldingProcess.of(store))
            .hasMessageContaining(
                store + " is held by another writer: process " + ProcessHandle.current().pid());
        assertThat(first.append(StoreRows.commit(StoreRows.row("b", 'x'))).newRows()).isOne();
      }
    }

    private void assertHeld(Path store, long pid) {
      SortedMap<String, String> before = Tree.of(root);
      assertThatThrownBy(() -> LogStores.directory(store))
          .isInstanceOf(LogStoreException.class)
          .hasMessageMatching(
              "\\Q" + store + "\\E is held by another writer: process " + pid + SINCE);
      assertThat(Tree.of(root)).isEqualTo(before);
    }
  }

  /** Odd names of good directories. */
  @Nested
  class SameStore {
    @Test
    void relativePath_isTheStore() {
      Path store = made();
      Path relative = Path.of("").toAbsolutePath().relativize(store);

      assertThat(relative).isRelative();
      assertOneStore(relative, store);
    }

    @Test
    void crookedPath_isTheStore() {
      Path store = made();

      assertOneStore(root.resolve("./nowhere/../store/."), store);
    }

    @Test
    void linkToTheStore_isTheStore() throws IOException {
      Path store = made();

      assertOneStore(Files.createSymbolicLink(root.resolve("link"), store), store);
    }

    @Test
    void linkAboveTheStore_isTheStore_alsoWhereItIsYetToBeMade() throws IOException {
      Path real = Files.createDirectory(root.resolve("real"));
      Path link = Files.createSymbolicLink(root.resolve("link"), Path.of("real"));

      make(link.resolve("store"));

      assertOneStore(link.resolve("store"), real.resolve("store"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "Zürich – Łódź 東京", "100%", "a;b'c\"d", "-v"})
    void oddName_isAName(String name) throws IOException {
      Path store;
      try {
        store = root.resolve(name);
      } catch (InvalidPathException e) {
        assumeFalse(true, "SKIPPED: this machine has no name '" + name + "'");
        return;
      }
      make(store);

      assertOneStore(store, store);
    }

    private void assertOneStore(Path name, Path store) {
      try (DirectoryLogStore writer = LogStores.directory(name);
          DirectoryLogStore reader = LogStores.directoryForReading(name)) {
        assertThat(writer.directory()).isEqualTo(store);
        assertThat(reader.head()).isEqualTo(CommitPosition.of(1));
        for (Path path : List.of(name, store)) {
          assertThatThrownBy(() -> LogStores.directory(path))
              .hasMessageStartingWith(store + " is held by another writer: ");
        }
      }
      try (DirectoryLogStore writer = LogStores.directory(store)) {
        assertThatThrownBy(() -> LogStores.directory(name))
            .hasMessageStartingWith(writer.directory() + " is held by another writer: ");
      }
    }
  }

  @Nested
  class ForeignThings {
    @Test
    void nameThatIsNoLog_isRefusedWithThoseThatAre() {
      assertThatThrownBy(() -> Logs.byWireName("sales_log"))
          .isInstanceOf(LogStoreException.class)
          .hasMessageStartingWith("'sales_log' is not a log; the logs are [")
          .hasMessageContaining("minority_reports_detected_log");
    }

    @Test
    void whatIsNoneOfOurs_isLeftAlone() throws IOException {
      Path store = made();
      Path log = Files.createDirectory(store.resolve("sales_log"));
      Files.writeString(log.resolve("000001.jsonl"), "{\"units\":1}\n");
      Files.writeString(store.resolve("README"), "ours");
      Files.writeString(store.resolve("minority_reports_detected_log/.DS_Store"), "x");
      Files.writeString(store.resolve("minority_reports_detected_log/000001.jsonl.gz"), "x");
      SortedMap<String, String> before = foreign(store);

      try (DirectoryLogStore writer = LogStores.directory(store)) {
        assertThat(writer.openingReport()).isEmpty();
        assertThat(writer.verify()).isEmpty();
        writer.append(StoreRows.commit(StoreRows.row("b", 'x')));
      }
      assertThat(foreign(store)).isEqualTo(before).hasSize(5);
    }

    private static SortedMap<String, String> foreign(Path store) {
      SortedMap<String, String> tree = Tree.of(store);
      tree.keySet().removeIf(p -> !p.matches("sales_log.*|README|.*DS_Store|.*gz"));
      return tree;
    }
  }

  /** A store with one commit, closed. */
  private Path made() {
    return make(root.resolve("store"));
  }

  private void assertRefused(ThrowingCallable call, String message) {
    SortedMap<String, String> before = Tree.of(root);
    assertThatThrownBy(call)
        .isInstanceOf(LogStoreException.class)
        .hasMessageContaining(message)
        .message()
        .doesNotContain("Exception");
    assertThat(Tree.of(root)).isEqualTo(before);
  }

  /** A real disk that refuses all that would change it. */
  private static DirectoryOptions refusing(Function<String, IOException> refusal) {
    Disk real = Disk.real();
    Object disk =
        Proxy.newProxyInstance(
            Disk.class.getClassLoader(),
            new Class<?>[] {Disk.class},
            (proxy, method, arguments) -> {
              if (WRITING.contains(method.getName())) {
                throw refusal.apply(arguments[0].toString());
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return DirectoryOptions.defaults().disk((Disk) disk);
  }

  private static Path make(Path directory) {
    try (DirectoryLogStore store = LogStores.directory(directory)) {
      store.append(StoreRows.commit(StoreRows.row("a", 'x')));
    }
    return directory;
  }
}
