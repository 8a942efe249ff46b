package org.minorityreport.testkit.store.disk;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Directories and the names of files in them. */
final class Tree {
  private final TreeSet<Path> directories = new TreeSet<>();
  private final Map<Path, MemoryFile> files = new TreeMap<>();

  /** A file and the directories above it. */
  void put(Path path, MemoryFile file) {
    makeDirectory(parent(path));
    files.put(path, file);
  }

  void putAll(Tree other) {
    directories.addAll(other.directories);
    files.putAll(other.files);
  }

  Map<Path, MemoryFile> files() {
    return files;
  }

  boolean exists(Path path) {
    return path.getNameCount() == 0 || directories.contains(path) || files.containsKey(path);
  }

  List<String> list(Path directory) throws IOException {
    if (!exists(directory)) {
      throw new NoSuchFileException(directory.toString());
    }
    TreeSet<String> names = new TreeSet<>();
    directories.forEach(path -> addIfIn(directory, path, names));
    files.keySet().forEach(path -> addIfIn(directory, path, names));
    return new ArrayList<>(names);
  }

  private static void addIfIn(Path directory, Path path, Set<String> names) {
    if (directory.equals(path.getParent())) {
      names.add(String.valueOf(path.getFileName()));
    }
  }

  @Nullable MemoryFile file(Path path) {
    return files.get(path);
  }

  void add(Path path, MemoryFile file) throws IOException {
    if (!exists(parent(path))) {
      throw new NoSuchFileException(path.toString());
    }
    files.put(path, file);
  }

  void makeDirectory(Path directory) {
    for (Path at = directory; at.getNameCount() > 0; at = parent(at)) {
      directories.add(at);
    }
  }

  void rename(Path from, Path to) throws IOException {
    MemoryFile file = files.get(from);
    if (file == null) {
      throw new NoSuchFileException(from.toString());
    }
    add(to, file);
    files.remove(from);
  }

  /** From now on the names in a directory are those of another tree. */
  void adopt(Path directory, Tree other) {
    directories.removeIf(path -> directory.equals(path.getParent()));
    files.keySet().removeIf(path -> directory.equals(path.getParent()));
    other.directories.stream()
        .filter(path -> directory.equals(path.getParent()))
        .forEach(directories::add);
    other.files.forEach(
        (path, file) -> {
          if (directory.equals(path.getParent())) {
            files.put(path, file);
          }
        });
  }

  Tree afterPowerLoss(Tree lasting, PowerLoss loss, long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    Tree names = new Tree();
    names.putAll(loss == PowerLoss.KEEPS_LENGTHS ? this : lasting);
    if (loss == PowerLoss.KEEPS_SOME) {
      TreeSet<Path> parents = new TreeSet<>(directories);
      parents.addAll(lasting.directories);
      parents.stream()
          .filter(path -> chance.nextBoolean())
          .forEach(path -> names.adopt(path, this));
    }
    Tree left = new Tree();
    names.directories.stream()
        .filter(path -> left.exists(parent(path)))
        .forEach(left.directories::add);
    names.files.forEach(
        (path, file) -> {
          boolean content = loss == PowerLoss.KEEPS_SOME && chance.nextBoolean();
          boolean length = loss == PowerLoss.KEEPS_LENGTHS;
          if (left.exists(parent(path))) {
            left.files.put(path, file.afterPowerLoss(content, length));
          }
        });
    return left;
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? Path.of("/") : parent;
  }
}
