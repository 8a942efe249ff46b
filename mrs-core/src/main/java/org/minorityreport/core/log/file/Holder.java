package org.minorityreport.core.log.file;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.minorityreport.api.error.LogStoreException;

/**
 * Who writes. The lock is the operating system's, so it ends with the process however that ends; a
 * file beside it says in words who holds it, for the message that a second writer gets.
 */
final class Holder {
  private Holder() {}

  static Closeable lock(StoreFiles files) throws IOException {
    Optional<Closeable> lock = files.disk().tryLock(files.at(StoreFiles.LOCK));
    if (lock.isEmpty()) {
      throw new LogStoreException(
          String.format(
              Locale.ROOT,
              "%s is held by another writer: %s; close that one, or open the store for reading",
              files.root(),
              words(files)));
    }
    try {
      files.write(files.at(StoreFiles.HOLDER), self().getBytes(StandardCharsets.UTF_8));
      return lock.get();
    } catch (IOException | RuntimeException e) {
      lock.get().close();
      throw e;
    }
  }

  private static String self() {
    return String.format(
        Locale.ROOT,
        "process %d on %s since %s\n",
        ProcessHandle.current().pid(),
        host(),
        InstantSource.system().instant()); // for people; the clock of the options is for commits
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "a host without name";
    }
  }

  private static String words(StoreFiles files) {
    try {
      String text = new String(files.content(files.at(StoreFiles.HOLDER)), StandardCharsets.UTF_8);
      return text.isBlank() ? "one that has just begun" : text.strip();
    } catch (IOException e) {
      return "one that left no word (" + DiskComplaint.of(e) + ")";
    }
  }
}
