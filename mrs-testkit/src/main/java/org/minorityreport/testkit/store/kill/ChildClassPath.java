package org.minorityreport.testkit.store.kill;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The class path of this process as jars that every user may read: root's home is closed to others.
 * A JVM also starts in half the time when it may take its classes from an archive, and archives
 * need jars. Made once per process, and gone with it. Immutable.
 */
final class ChildClassPath {
  private final Path folder;
  private final String text;

  private ChildClassPath(Path folder, String text) {
    this.folder = folder;
    this.text = text;
  }

  static ChildClassPath shared() {
    return Holder.SHARED;
  }

  /** The class path as the command line has it. */
  String text() {
    return text;
  }

  /** The folder that goes with this process. */
  Path folder() {
    return folder;
  }

  /** Where an archive of classes may stand. */
  Path archive() {
    return folder.resolve("classes.jsa");
  }

  private static ChildClassPath make() {
    try {
      Path folder = Files.createTempDirectory("mrs-kill-");
      permit(folder, "rwxr-xr-x");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
      List<String> jars = new ArrayList<>();
      String entries = System.getProperty("java.class.path", "");
      for (String entry : entries.split(File.pathSeparator, -1)) {
        Path from = Path.of(entry).toAbsolutePath();
        Path to = folder.resolve(jars.size() + ".jar");
        if (!entry.isEmpty() && Files.exists(from)) {
          copy(from, to);
          permit(to, "rw-r--r--");
          jars.add(to.toString());
        }
      }
      return new ChildClassPath(folder, String.join(File.pathSeparator, jars));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      Files.copy(from, to);
      return;
    }
    try (OutputStream out = Files.newOutputStream(to);
        JarOutputStream jar = new JarOutputStream(out);
        Stream<Path> all = Files.walk(from)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        String name = from.relativize(file).toString().replace(File.separatorChar, '/');
        jar.putNextEntry(new JarEntry(name));
        Files.copy(file, jar);
        jar.closeEntry();
      }
    }
  }

  /** Sets permissions where there are such. */
  private static void permit(Path path, String permissions) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Holder {
    static final ChildClassPath SHARED = make();
  }
}
