package org.minorityreport.testkit.store.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.minorityreport.core.log.disk.DiskFile;

class FaultyDiskTest {
  private static final Path FOLDER = Path.of("/folder");
  private static final Path FILE = FOLDER.resolve("file");

  private final FaultyDisk disk = new FaultyDisk();

  /** A folder and a file in it, both forced. */
  @BeforeEach
  void forcedFile() throws IOException {
    disk.createDirectory(FOLDER);
    disk.forceDirectory(FOLDER.getParent());
    write("abc", 0);
    disk.openToWrite(FILE).force();
    disk.forceDirectory(FOLDER);
  }

  private void write(String text, long offset) throws IOException {
    disk.openToWrite(FILE).write(ByteBuffer.wrap(text.getBytes(UTF_8)), offset);
  }

  @Nested
  class LossOfPower {
    @Test
    void content_thatWasNotForced_isGone() throws IOException {
      write("XYZ", 2);

      assertThat(left(PowerLoss.KEEPS_NOTHING)).containsExactly(Map.entry(FILE, "abc"));
      assertThat(left(PowerLoss.KEEPS_LENGTHS)).containsExactly(Map.entry(FILE, "abc\0\0"));
    }

    @Test
    void truncation_thatWasNotForced_isGone() throws IOException {
      disk.openToWrite(FILE).truncate(1);

      assertThat(left(PowerLoss.KEEPS_NOTHING)).containsExactly(Map.entry(FILE, "abc"));
      disk.openToWrite(FILE).force();
      assertThat(left(PowerLoss.KEEPS_NOTHING)).containsExactly(Map.entry(FILE, "a"));
    }

    @Test
    void name_inAFolderThatWasNotForced_isTheOneBefore() throws IOException {
      Path other = FOLDER.resolve("other");
      disk.rename(FILE, other);

      assertThat(left(PowerLoss.KEEPS_NOTHING)).containsExactly(Map.entry(FILE, "abc"));
      disk.forceDirectory(FOLDER);
      assertThat(left(PowerLoss.KEEPS_NOTHING)).containsExactly(Map.entry(other, "abc"));
    }

    @Test
    void file_inAFolderThatIsGone_isGone() throws IOException {
      Path inner = FOLDER.resolve("inner");
      disk.createDirectory(inner);
      disk.openToWrite(inner.resolve("file")).force();
      disk.forceDirectory(inner);

      assertThat(left(PowerLoss.KEEPS_NOTHING)).containsOnlyKeys(FILE);
      disk.forceDirectory(FOLDER);
      assertThat(left(PowerLoss.KEEPS_NOTHING)).containsOnlyKeys(FILE, inner.resolve("file"));
    }

    @Test
    void someOfWhatWasNotForced_dependsOnTheSeed() throws IOException {
      write("XYZ", 0);
      List<String> outcomes = new ArrayList<>();
      for (long seed = 0; seed < 20; seed++) {
        outcomes.add(text(disk.afterPowerLoss(PowerLoss.KEEPS_SOME, seed)).get(FILE));
      }

      assertThat(outcomes).contains("abc", "XYZ").allMatch(it -> it.matches("abc|XYZ"));
    }

    /** The pages are clean then, although they never reached the disk. */
    @Test
    void contentWhoseForceFailed_isNotForcedByTheNext() throws IOException {
      DiskFile file = disk.openToWrite(FILE);
      file.write(ByteBuffer.wrap("XYZ".getBytes(UTF_8)), 0);
      disk.failAt(disk.calls() + 1);
      assertThatThrownBy(file::force).hasMessageContaining("force of /folder/file");
      file.force();

      assertThat(text(disk)).containsEntry(FILE, "XYZ");
      assertThat(left(PowerLoss.KEEPS_NOTHING)).containsEntry(FILE, "abc");
    }
  }

  @Nested
  class Faults {
    @Test
    void call_thatFails_isNamedAndTheOthersWork() throws IOException {
      int next = disk.calls() + 1;
      disk.failAt(next);

      assertThatThrownBy(() -> disk.exists(FILE))
          .isInstanceOf(IOException.class)
          .hasMessage("call " + next + " (look-up of /folder/file) failed");
      assertThat(disk.exists(FILE)).isTrue();
      assertThat(disk.firstFailure()).isEqualTo("call " + next + " (look-up of /folder/file)");
      assertThat(disk.calls()).isEqualTo(next + 1);
    }

    @Test
    void write_thatIsTorn_leavesItsBeginning() throws IOException {
      DiskFile file = disk.openToWrite(FILE);
      disk.stopAt(disk.calls() + 1).tearing(2);

      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> file.write(ByteBuffer.wrap("XYZ".getBytes(UTF_8)), 3))
            .isInstanceOf(IOException.class);
      }
      assertThatThrownBy(() -> disk.exists(FILE)).isInstanceOf(IOException.class);
      assertThat(text(disk.restarted())).containsEntry(FILE, "abcXY");
    }

    @Test
    void fullDisk_refusesWritesAndNames_andCanBeRead() throws IOException {
      disk.fullFrom(1);

      assertThatThrownBy(() -> write("X", 0)).hasMessageContaining("No space left");
      assertThatThrownBy(() -> disk.openToWrite(FOLDER.resolve("new")))
          .hasMessageContaining("No space left");
      assertThatCode(() -> disk.openToWrite(FILE).force()).doesNotThrowAnyException();
      assertThat(disk.list(FOLDER)).containsExactly("file");
    }

    @Test
    void readOnlyDisk_refusesEveryChange() throws IOException {
      DiskFile file = disk.openToWrite(FILE);
      disk.readOnlyFrom(1);

      assertThatThrownBy(() -> file.truncate(0)).hasMessageContaining("Read-only");
      assertThatThrownBy(() -> disk.rename(FILE, FOLDER.resolve("x")))
          .hasMessageContaining("Read-only");
      assertThatThrownBy(() -> disk.tryLock(FOLDER.resolve("lock")))
          .hasMessageContaining("Read-only");
      assertThat(disk.openToRead(FILE).size()).isEqualTo(3);
    }

    @Test
    void lookAfterACall_neitherCountsNorFails() throws IOException {
      List<Integer> calls = new ArrayList<>();
      disk.afterEachCall(
          call -> {
            calls.add(call);
            assertThatCode(() -> disk.exists(FILE)).doesNotThrowAnyException();
          });
      int before = disk.calls();
      assertThat(disk.exists(FILE)).isTrue();

      assertThat(calls).containsExactly(before + 1);
      assertThat(disk.calls()).isEqualTo(before + 1);
    }
  }

  @Test
  void lock_isHeldOnceAndGoneWithTheProcess() throws IOException {
    Path lock = FOLDER.resolve("lock");

    assertThat(disk.tryLock(lock)).isPresent();
    assertThat(disk.tryLock(lock)).isEmpty();
    assertThat(disk.restarted().tryLock(lock)).isPresent();
  }

  private Map<Path, String> left(PowerLoss loss) {
    return text(disk.afterPowerLoss(loss, 0));
  }

  private static Map<Path, String> text(FaultyDisk disk) {
    Map<Path, String> text = new TreeMap<>();
    disk.files().forEach((path, bytes) -> text.put(path, new String(bytes, UTF_8)));
    return text;
  }
}
