package org.minorityreport.core.log.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.core.log.disk.Disk;
import org.minorityreport.core.log.disk.DiskFile;

/** Complaints of the disk are told in words. */
class DiskComplaintTest {
  @TempDir private Path temporary;

  @Test
  void interruptedThread_isToldWithWhatToDo() throws IOException {
    try (DiskFile file = Disk.real().openToWrite(temporary.resolve("file"))) {
      Thread.currentThread().interrupt();
      IOException first =
          Assertions.catchThrowableOfType(
              IOException.class, () -> file.write(ByteBuffer.allocate(3), 0));
      assertThat(Thread.interrupted()).isTrue();
      IOException later =
          Assertions.catchThrowableOfType(
              IOException.class, () -> file.write(ByteBuffer.allocate(3), 0));

      assertThat(first).isInstanceOf(ClosedByInterruptException.class);
      assertThat(DiskComplaint.of(first))
          .isEqualTo(
              "the thread was interrupted, which closes the files that it works on; if the store"
                  + " is open for writing, close it and open it again");
      assertThat(later).isExactlyInstanceOf(ClosedChannelException.class);
      assertThat(DiskComplaint.of(later))
          .isEqualTo(
              "the file was closed, as happens when a thread that works on it is interrupted; if"
                  + " the store is open for writing, close it and open it again");
    }
  }

  @Test
  void otherComplaints_nameFileAndReason() {
    assertThat(DiskComplaint.of(new AccessDeniedException("/store/journal")))
        .isEqualTo("/store/journal: no permission");
    assertThat(DiskComplaint.of(new IOException("No space left on device")))
        .isEqualTo("No space left on device");
  }
}
