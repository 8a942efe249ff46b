package org.minorityreport.core.log.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.minorityreport.core.log.disk.Disk;
import org.minorityreport.core.log.disk.DiskFile;

/** A disk that takes nothing; permissions would not stop a test that runs as administrator. */
final class ReadOnlyDisk implements Disk {
  private final Disk disk;

  ReadOnlyDisk(Disk disk) {
    this.disk = disk;
  }

  private static FileSystemException refused(Path path) {
    return new FileSystemException(path.toString(), null, "Read-only file system");
  }

  @Override
  public Path real(Path path) throws IOException {
    return disk.real(path);
  }

  @Override
  public boolean exists(Path path) throws IOException {
    return disk.exists(path);
  }

  @Override
  public List<String> list(Path directory) throws IOException {
    return disk.list(directory);
  }

  @Override
  public void createDirectory(Path directory) throws IOException {
    throw refused(directory);
  }

  @Override
  public void forceDirectory(Path directory) throws IOException {
    throw refused(directory);
  }

  @Override
  public DiskFile openToRead(Path file) throws IOException {
    return disk.openToRead(file);
  }

  @Override
  public DiskFile openToWrite(Path file) throws IOException {
    throw refused(file);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    throw refused(from);
  }

  @Override
  public Optional<Closeable> tryLock(Path file) throws IOException {
    throw refused(file);
  }
}
