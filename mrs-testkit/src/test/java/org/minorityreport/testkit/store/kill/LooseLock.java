package org.minorityreport.testkit.store.kill;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import org.minorityreport.api.error.LogStoreException;

/** The lock of a loose store. */
final class LooseLock {
  private LooseLock() {}

  static Closeable of(Path directory) throws IOException {
    Path holder = directory.resolve("holder");
    FileChannel lock =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock.tryLock() == null) {
      lock.close();
      throw new LogStoreException(directory + " is held by " + Files.readString(holder));
    }
    String host = InetAddress.getLocalHost().getHostName();
    Files.writeString(
        holder,
        ProcessHandle.current().pid()
            + " on "
            + host
            + " since "
            + InstantSource.system().instant());
    return lock;
  }
}
