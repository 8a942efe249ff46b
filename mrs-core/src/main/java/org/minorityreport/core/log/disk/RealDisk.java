package org.minorityreport.core.log.disk;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The disk of the operating system. */
final class RealDisk implements Disk {
  /** Windows cannot open a directory, and makes names last without being asked. */
  private static final boolean CAN_FORCE_DIRECTORIES = File.separatorChar == '/';

  /**
   * Lock files held by this process. Closing any channel of a file gives up all locks that the
   * process holds on it, so a second opening must not even touch the lock file.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  @Override
  public Path real(Path path) throws IOException {
    Path absolute = path.toAbsolutePath().normalize();
    if (exists(absolute)) {
      return absolute.toRealPath();
    }
    if (Files.isSymbolicLink(absolute)) {
      Path target = Files.readSymbolicLink(absolute);
      throw new FileSystemException(
          absolute.toString(), null, "a symbolic link to " + target + ", where nothing is");
    }
    Path parent = absolute.getParent();
    return parent == null ? absolute : real(parent).resolve(absolute.getFileName());
  }

  @Override
  public boolean exists(Path path) throws IOException {
    try {
      Files.readAttributes(path, BasicFileAttributes.class);
      return true;
    } catch (NoSuchFileException e) {
      return false; // unlike Files.exists, which says so too where it was not allowed to look
    }
  }

  @Override
  public List<String> list(Path directory) throws IOException {
    try (Stream<Path> found = Files.list(directory)) {
      return found.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  @Override
  public void createDirectory(Path directory) throws IOException {
    Files.createDirectories(directory);
  }

  @Override
  public void forceDirectory(Path directory) throws IOException {
    if (CAN_FORCE_DIRECTORIES) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  @Override
  public DiskFile openToRead(Path file) throws IOException {
    return new RealFile(FileChannel.open(file, StandardOpenOption.READ));
  }

  @Override
  public DiskFile openToWrite(Path file) throws IOException {
    return new RealFile(
        FileChannel.open(
            file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE));
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public Optional<Closeable> tryLock(Path file) throws IOException {
    if (!HELD.add(file)) {
      return Optional.empty();
    }
    Closeable lock = null;
    try {
      lock = lock(file);
    } finally {
      if (lock == null) {
        HELD.remove(file);
      }
    }
    return Optional.ofNullable(lock);
  }

  private static @Nullable Closeable lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null; // held by this library in another class loader
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    return lock == null ? null : () -> release(file, channel);
  }

  private static void release(Path file, FileChannel channel) throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(file);
    }
  }
}
