package org.minorityreport.testkit.store.kill;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file system in memory that holds no more than a few commits, with ballast on it that can be
 * thrown off. One thread at a time.
 */
final class SmallDisk implements AutoCloseable {
  private static final String SIZE = "1280k";
  private static final int BALLAST_BYTES = 512 << 10;
  private static final int BLOCK = 1 << 10;

  private final Path mount;
  private final Path ballast;
  private final Path filling;

  private SmallDisk(Path mount) {
    this.mount = mount;
    this.ballast = mount.resolve("ballast");
    this.filling = mount.resolve("filling");
  }

  /**
   * Why there can be no such disk here; nothing if there can.
   *
   * @param base an empty directory to try with
   */
  static Optional<String> obstacle(Path base) {
    Optional<String> obstacle = mount(base);
    if (obstacle.isEmpty()) {
      Command.run("umount", base.toString());
    }
    return obstacle;
  }

  /** Mounts a disk with ballast at an empty directory. */
  static SmallDisk at(Path directory) {
    mount(directory)
        .ifPresent(
            why -> {
              throw new AssertionError(why);
            });
    SmallDisk disk = new SmallDisk(directory);
    disk.load();
    return disk;
  }

  private static Optional<String> mount(Path directory) {
    return Command.failure(
        "mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", directory.toString());
  }

  Path directory() {
    return mount;
  }

  /** Throws the ballast off, and what was filled in. */
  void free() {
    try {
      Files.deleteIfExists(ballast);
      Files.deleteIfExists(filling);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes until not one block is left. */
  void fill() {
    while (write(filling, BLOCK) > 0) {}
  }

  /** Removes everything and takes the ballast on again. */
  void clear() {
    try (Stream<Path> all = Files.walk(mount)) {
      for (Path path :
          all.filter(p -> !p.equals(mount)).sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    load();
  }

  private void load() {
    if (write(ballast, BALLAST_BYTES) < BALLAST_BYTES) {
      throw new AssertionError("no room for ballast on a new disk at " + mount);
    }
  }

  /** Appends zeros to a file as far as there is room, and says how many. */
  private static int write(Path file, int bytes) {
    int written = 0;
    try (OutputStream out =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      byte[] block = new byte[BLOCK];
      for (; written < bytes; written += BLOCK) {
        out.write(block);
      }
    } catch (IOException e) {
      return written; // the disk is full
    }
    return written;
  }

  @Override
  public void close() {
    Command.run(
        "umount", "--lazy", mount.toString()); // what was mapped stays so until it is collected
  }
}
