package org.minorityreport.core.log.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.Log;
import org.minorityreport.core.log.disk.Disk;
import org.minorityreport.core.log.disk.DiskFile;

/** Where things are in the directory of a store, and how to take bytes out of them. */
final class StoreFiles {
  static final String JOURNAL = "journal";
  static final String FORMAT = "format";
  static final String NEW_FORMAT = "format.new";
  static final String LOCK = "lock";
  static final String HOLDER = "holder";
  static final String TORN = "torn";
  static final String CACHE = "cache";

  private static final String UNFINISHED = ".new";

  private static final Pattern SEGMENT = Pattern.compile("([0-9]{6,9})\\.jsonl");
  private static final int CHUNK = 1 << 20;

  private final Disk disk;
  private final Path root;

  StoreFiles(Disk disk, Path root) {
    this.disk = disk;
    this.root = root;
  }

  static String segmentName(int segment) {
    return String.format(Locale.ROOT, "%06d.jsonl", segment);
  }

  /** The number of the segment of that name; 0 if none is called so. */
  static int segmentNumber(String name) {
    Matcher matcher = SEGMENT.matcher(name);
    int number = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    return segmentName(number).equals(name) ? number : 0;
  }

  Disk disk() {
    return disk;
  }

  Path root() {
    return root;
  }

  Path at(String name) {
    return root.resolve(name);
  }

  Path logDirectory(Log<?> log) {
    return root.resolve(log.wireName());
  }

  Path segment(Log<?> log, int segment) {
    return logDirectory(log).resolve(segmentName(segment));
  }

  /** Where the keys of a log are kept. */
  Path cache(Log<?> log) {
    return at(CACHE).resolve(log.wireName());
  }

  /** Numbers of the segments of a log that are there. */
  List<Integer> segments(Log<?> log) throws IOException {
    List<Integer> numbers = new ArrayList<>();
    if (disk.exists(logDirectory(log))) {
      for (String name : disk.list(logDirectory(log))) {
        Matcher matcher = SEGMENT.matcher(name);
        if (matcher.matches()) {
          numbers.add(Integer.valueOf(matcher.group(1)));
        }
      }
    }
    return numbers;
  }

  /** Bytes of a file, 0 if there is none. */
  long size(Path file) throws IOException {
    return Math.max(0, sizeOrNone(file));
  }

  /** Bytes of a file, -1 if there is none. */
  long sizeOrNone(Path file) throws IOException {
    if (!disk.exists(file)) {
      return -1;
    }
    try (DiskFile open = disk.openToRead(file)) {
      return open.size();
    }
  }

  byte[] content(Path file) throws IOException {
    try (DiskFile open = disk.openToRead(file)) {
      ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(open.size()));
      open.read(buffer, 0);
      return buffer.array();
    }
  }

  void write(Path file, byte[] content) throws IOException {
    try (DiskFile open = disk.openToWrite(file)) {
      open.truncate(0);
      open.write(ByteBuffer.wrap(content), 0);
      open.force();
    }
  }

  /** Writes a whole file under another name, and renames it when it lasts. */
  void replace(Path folder, String name, ByteBuffer content) throws IOException {
    replace(folder, name, open -> open.write(content, 0));
  }

  /** Has a whole file written under another name, and renames it when it lasts. */
  void replace(Path folder, String name, Filling content) throws IOException {
    disk.createDirectory(folder);
    Path unfinished = folder.resolve(name + UNFINISHED);
    try (DiskFile open = disk.openToWrite(unfinished)) {
      open.truncate(0);
      content.into(open);
      open.force();
    }
    disk.rename(unfinished, folder.resolve(name));
  }

  /**
   * Moves the end of a file into the folder for torn pieces. The copy lasts before the original is
   * cut, so nothing is lost if this stops in between; it is done again then.
   */
  Finding moveAside(Path file, @Nullable Log<?> log, long from, String why) throws IOException {
    String place = root.relativize(file).toString().replace('\\', '/').replace('/', '.');
    Path folder = at(TORN);
    disk.createDirectory(folder);
    disk.forceDirectory(root);
    String name = String.format(Locale.ROOT, "%s.at-%d", place.replace(".jsonl", ""), from);
    int copy = 1;
    while (disk.exists(folder.resolve(name + ".copy-" + copy))) {
      copy++;
    }
    Path aside = folder.resolve(name + ".copy-" + copy);
    long length = copy(file, from, aside);
    disk.forceDirectory(folder);
    try (DiskFile open = disk.openToWrite(file)) {
      open.truncate(from);
      open.force();
    }
    String what =
        String.format(
            Locale.ROOT, "%s; %d bytes were moved to %s", why, length, root.relativize(aside));
    return Finding.beyond(String.valueOf(file.getFileName()), log, from, what);
  }

  private long copy(Path file, long from, Path aside) throws IOException {
    try (DiskFile source = disk.openToRead(file);
        DiskFile target = disk.openToWrite(aside)) {
      long size = source.size();
      for (long at = from; at < size; at += CHUNK) {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(CHUNK, size - at));
        source.read(buffer, at);
        target.write(buffer.flip(), at - from);
      }
      target.force();
      return size - from;
    }
  }

  /** Fills a new file. */
  @FunctionalInterface
  interface Filling {
    void into(DiskFile file) throws IOException;
  }
}
