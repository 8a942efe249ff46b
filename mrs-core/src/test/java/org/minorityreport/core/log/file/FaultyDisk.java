package org.minorityreport.core.log.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.minorityreport.core.log.disk.Disk;
import org.minorityreport.core.log.disk.DiskFile;

/** A disk in memory that counts calls, fails when told, and forgets what was not forced. */
final class FaultyDisk implements Disk {
  private final Map<Path, Node> names = new TreeMap<>();
  private final Map<Path, Node> lastingNames = new TreeMap<>();
  private final Set<Path> locks = new HashSet<>();
  private int calls;
  private int failAt = Integer.MAX_VALUE;
  private int tearAt = -1;
  private boolean stops;
  private IntConsumer afterCall = call -> {};

  /** A file, or a directory if it has no bytes. */
  private static final class Node {
    private byte[] bytes;
    private byte[] lasting;

    Node(byte[] bytes) {
      this.bytes = bytes;
      this.lasting = new byte[0];
    }

    boolean isDirectory() {
      return bytes == null;
    }
  }

  /** Call number {@code call}, from 1, fails without effect; the others work. */
  FaultyDisk failAt(int call) {
    failAt = call;
    return this;
  }

  /** That call and all that follow fail, as if the process were gone. */
  FaultyDisk stopAt(int call) {
    stops = true;
    return failAt(call);
  }

  /** If the failing call is a write, so many of its bytes are written. */
  FaultyDisk tearing(int bytes) {
    tearAt = bytes;
    return this;
  }

  FaultyDisk afterEachCall(IntConsumer action) {
    afterCall = action;
    return this;
  }

  int calls() {
    return calls;
  }

  /** The same disk under a new process: no faults, no locks. */
  FaultyDisk restarted() {
    FaultyDisk next = new FaultyDisk();
    next.names.putAll(names);
    next.lastingNames.putAll(lastingNames);
    return next;
  }

  /** The disk after a loss of power: only what was forced is there. */
  FaultyDisk afterPowerLoss() {
    FaultyDisk next = new FaultyDisk();
    lastingNames.forEach(
        (path, node) -> {
          if (next.names.containsKey(path.getParent()) || path.getNameCount() == 1) {
            Node kept = new Node(node.isDirectory() ? null : node.lasting.clone());
            kept.lasting = node.lasting.clone();
            next.names.put(path, kept);
            next.lastingNames.put(path, kept);
          }
        });
    return next;
  }

  /** All files and their bytes. */
  Map<Path, byte[]> files() {
    Map<Path, byte[]> files = new TreeMap<>();
    names.forEach(
        (path, node) -> {
          if (!node.isDirectory()) {
            files.put(path, node.bytes.clone());
          }
        });
    return files;
  }

  /** A disk with these files, all forced. */
  static FaultyDisk of(Map<Path, byte[]> files) {
    FaultyDisk disk = new FaultyDisk();
    files.forEach(
        (path, bytes) -> {
          for (Path at = path.getParent(); at != null; at = at.getParent()) {
            disk.names.put(at, new Node(null));
          }
          Node node = new Node(bytes.clone());
          node.lasting = bytes.clone();
          disk.names.put(path, node);
        });
    disk.lastingNames.putAll(disk.names);
    return disk;
  }

  private void call() throws IOException {
    calls++;
    if (fails()) {
      throw new IOException("call " + calls + " fails");
    }
    afterCall.accept(calls);
  }

  private boolean fails() {
    return stops ? calls >= failAt : calls == failAt;
  }

  @Override
  public Path real(Path path) {
    return path;
  }

  @Override
  public boolean exists(Path path) throws IOException {
    call();
    return names.containsKey(path);
  }

  @Override
  public List<String> list(Path directory) throws IOException {
    call();
    List<String> found = new ArrayList<>();
    for (Path path : names.keySet()) {
      if (directory.equals(path.getParent())) {
        found.add(path.getFileName().toString());
      }
    }
    return found;
  }

  @Override
  public void createDirectory(Path directory) throws IOException {
    call();
    for (Path at = directory; at != null && at.getNameCount() > 0; at = at.getParent()) {
      names.putIfAbsent(at, new Node(null));
    }
  }

  @Override
  public void forceDirectory(Path directory) throws IOException {
    call();
    lastingNames.keySet().removeIf(p -> directory.equals(p.getParent()) && !names.containsKey(p));
    names.forEach(
        (path, node) -> {
          if (directory.equals(path.getParent())) {
            lastingNames.put(path, node);
          }
        });
  }

  @Override
  public DiskFile openToRead(Path file) throws IOException {
    call();
    Node node = names.get(file);
    if (node == null) {
      throw new NoSuchFileException(file.toString());
    }
    return new OpenFile(node);
  }

  @Override
  public DiskFile openToWrite(Path file) throws IOException {
    call();
    if (!names.containsKey(file.getParent())) {
      throw new NoSuchFileException(file.toString());
    }
    return new OpenFile(names.computeIfAbsent(file, f -> new Node(new byte[0])));
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    call();
    names.put(to, names.remove(from));
  }

  @Override
  public Optional<Closeable> tryLock(Path file) throws IOException {
    call();
    names.computeIfAbsent(file, f -> new Node(new byte[0]));
    return locks.add(file) ? Optional.of(() -> locks.remove(file)) : Optional.empty();
  }

  private final class OpenFile implements DiskFile {
    private final Node node;

    OpenFile(Node node) {
      this.node = node;
    }

    @Override
    public void read(ByteBuffer into, long offset) throws IOException {
      call();
      int there = Math.max(0, node.bytes.length - (int) offset);
      into.put(
          node.bytes, (int) Math.min(offset, node.bytes.length), Math.min(into.remaining(), there));
    }

    @Override
    public void write(ByteBuffer bytes, long offset) throws IOException {
      calls++;
      int count = bytes.remaining();
      if (fails()) {
        count = calls == failAt ? Math.min(count, Math.max(0, tearAt)) : 0;
      }
      int at = (int) offset;
      if (count > 0) {
        node.bytes = Arrays.copyOf(node.bytes, Math.max(node.bytes.length, at + count));
        bytes.get(node.bytes, at, count);
      }
      if (fails()) {
        throw new IOException("call " + calls + " fails after " + count + " bytes");
      }
      afterCall.accept(calls);
    }

    @Override
    public void force() throws IOException {
      call();
      node.lasting = node.bytes.clone();
    }

    @Override
    public void truncate(long size) throws IOException {
      call();
      node.bytes = Arrays.copyOf(node.bytes, (int) Math.min(size, node.bytes.length));
    }

    @Override
    public long size() throws IOException {
      call();
      return node.bytes.length;
    }

    @Override
    public void close() {}
  }
}
