package org.minorityreport.testkit.store.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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

/**
 * A disk in memory that counts calls, fails when told, and forgets what was not forced.
 *
 * <p>Every call of {@link Disk} and {@link DiskFile} counts, from 1, but for {@link Disk#real} and
 * closing. A disk has one fault; the last one told holds. Thread-safe.
 */
public final class FaultyDisk implements Disk {
  private final Tree now = new Tree();
  private final Tree lasting = new Tree();
  private final Set<Path> locks = new HashSet<>();
  private int calls;
  private Fault fault = Fault.NONE;
  private int tearAt;
  private String firstFailure = "";
  private IntConsumer afterCall = call -> {};
  private boolean looking;

  /** An empty disk without faults. */
  public FaultyDisk() {}

  /**
   * A disk with some files, all forced.
   *
   * @param files paths and bytes
   * @return the disk
   */
  public static FaultyDisk of(Map<Path, byte[]> files) {
    FaultyDisk disk = new FaultyDisk();
    files.forEach((path, bytes) -> disk.now.put(path, MemoryFile.lasting(bytes.clone())));
    disk.lasting.putAll(disk.now);
    return disk;
  }

  /**
   * One call fails; those after it work. A write that fails may leave some bytes, see {@link
   * #tearing}; a force that fails makes the disk forget what there was to force.
   *
   * @param call its number, from 1
   * @return this
   */
  public FaultyDisk failAt(int call) {
    return failing(Fault.Kind.ONCE, call);
  }

  /**
   * A call and all that follow fail, as if the process had ended.
   *
   * @param call number of the first, from 1
   * @return this
   */
  public FaultyDisk stopAt(int call) {
    return failing(Fault.Kind.STOP, call);
  }

  /**
   * From a call on the disk is full: writes fail and no file or directory can be made.
   *
   * @param call number of the first call that may fail, from 1
   * @return this
   */
  public FaultyDisk fullFrom(int call) {
    return failing(Fault.Kind.FULL, call);
  }

  /**
   * From a call on the disk may only be read.
   *
   * @param call number of the first call that may fail, from 1
   * @return this
   */
  public FaultyDisk readOnlyFrom(int call) {
    return failing(Fault.Kind.READ_ONLY, call);
  }

  private synchronized FaultyDisk failing(Fault.Kind kind, int call) {
    fault = new Fault(kind, call);
    return this;
  }

  /**
   * If the first call that fails is a write, some of its bytes are written all the same.
   *
   * @param bytes how many; all if there are fewer
   * @return this
   */
  public synchronized FaultyDisk tearing(int bytes) {
    tearAt = bytes;
    return this;
  }

  /**
   * Does something after each call that worked, on the thread of the call. Calls to this disk from
   * there neither count nor fail.
   *
   * @param action is given the number of the call
   * @return this
   */
  public synchronized FaultyDisk afterEachCall(IntConsumer action) {
    afterCall = action;
    return this;
  }

  /** {@return how many calls there were} */
  public synchronized int calls() {
    return calls;
  }

  /**
   * The first call that failed.
   *
   * @return in words, such as {@code call 57 (force of /store/journal)}; empty if none failed
   */
  public synchronized String firstFailure() {
    return firstFailure;
  }

  /**
   * The same disk under a new process: no faults, no locks, and what was not forced is still there.
   *
   * @return the disk; it shares its files with this one, which is not to be used any more
   */
  public synchronized FaultyDisk restarted() {
    FaultyDisk next = new FaultyDisk();
    next.now.putAll(now);
    next.lasting.putAll(lasting);
    return next;
  }

  /**
   * A copy of the disk after a loss of power, without faults and locks.
   *
   * @param loss what is left of what was not forced
   * @param seed decides, if that is left open
   * @return the disk
   */
  public synchronized FaultyDisk afterPowerLoss(PowerLoss loss, long seed) {
    FaultyDisk next = new FaultyDisk();
    next.now.putAll(now.afterPowerLoss(lasting, loss, seed));
    next.lasting.putAll(next.now);
    return next;
  }

  /** {@return all files and copies of their bytes, by path} */
  public synchronized Map<Path, byte[]> files() {
    Map<Path, byte[]> files = new TreeMap<>();
    now.files().forEach((path, file) -> files.put(path, file.bytes().clone()));
    return files;
  }

  /** Counts a call; says whether it fails. */
  private boolean fails(Fault.Needs needs, String what) {
    calls += looking ? 0 : 1;
    boolean hit = !looking && fault.hits(calls, needs);
    if (hit && firstFailure.isEmpty()) {
      firstFailure = words(what);
    }
    return hit;
  }

  private String words(String what) {
    return "call " + calls + " (" + what + ")";
  }

  private void call(Fault.Needs needs, String what, Path path) throws IOException {
    if (fails(needs, what + " of " + path)) {
      throw fault.error(path.toString(), words(what + " of " + path));
    }
    look();
  }

  private void look() {
    if (!looking) {
      looking = true;
      try {
        afterCall.accept(calls);
      } finally {
        looking = false;
      }
    }
  }

  @Override
  public Path real(Path path) {
    return Path.of("/").resolve(path).normalize();
  }

  @Override
  public synchronized boolean exists(Path path) throws IOException {
    call(Fault.Needs.NOTHING, "look-up", path);
    return now.exists(path);
  }

  @Override
  public synchronized List<String> list(Path directory) throws IOException {
    call(Fault.Needs.NOTHING, "listing", directory);
    return now.list(directory);
  }

  @Override
  public synchronized void createDirectory(Path directory) throws IOException {
    call(now.exists(directory) ? Fault.Needs.NOTHING : Fault.Needs.SPACE, "making", directory);
    now.makeDirectory(directory);
  }

  @Override
  public synchronized void forceDirectory(Path directory) throws IOException {
    call(Fault.Needs.PERMISSION, "force", directory);
    lasting.adopt(directory, now);
  }

  @Override
  public synchronized DiskFile openToRead(Path path) throws IOException {
    call(Fault.Needs.NOTHING, "opening", path);
    MemoryFile file = now.file(path);
    if (file == null) {
      throw new NoSuchFileException(path.toString());
    }
    return new OpenFile(path, file);
  }

  @Override
  public synchronized DiskFile openToWrite(Path path) throws IOException {
    MemoryFile file = now.file(path);
    call(file == null ? Fault.Needs.SPACE : Fault.Needs.PERMISSION, "opening", path);
    if (file == null) {
      file = MemoryFile.empty();
      now.add(path, file);
    }
    return new OpenFile(path, file);
  }

  @Override
  public synchronized void rename(Path from, Path to) throws IOException {
    call(Fault.Needs.PERMISSION, "renaming", from);
    now.rename(from, to);
  }

  @Override
  public synchronized Optional<Closeable> tryLock(Path path) throws IOException {
    MemoryFile file = now.file(path);
    call(file == null ? Fault.Needs.SPACE : Fault.Needs.PERMISSION, "locking", path);
    if (file == null) {
      now.add(path, MemoryFile.empty());
    }
    return locks.add(path) ? Optional.of(() -> unlock(path)) : Optional.empty();
  }

  private synchronized void unlock(Path path) {
    locks.remove(path);
  }

  private final class OpenFile implements DiskFile {
    private final Path path;
    private final MemoryFile file;

    OpenFile(Path path, MemoryFile file) {
      this.path = path;
      this.file = file;
    }

    @Override
    public void read(ByteBuffer into, long offset) throws IOException {
      synchronized (FaultyDisk.this) {
        call(Fault.Needs.NOTHING, "reading", path);
        byte[] bytes = file.bytes();
        int from = (int) Math.min(offset, bytes.length);
        into.put(bytes, from, Math.min(into.remaining(), bytes.length - from));
      }
    }

    @Override
    public void write(ByteBuffer from, long offset) throws IOException {
      synchronized (FaultyDisk.this) {
        byte[] bytes = new byte[from.remaining()];
        from.get(bytes);
        boolean first = firstFailure.isEmpty();
        String what = "write of " + bytes.length + " bytes to " + path;
        if (fails(Fault.Needs.SPACE, what)) {
          int torn = first ? Math.min(bytes.length, tearAt) : 0;
          file.write(Arrays.copyOf(bytes, torn), (int) offset);
          throw fault.error(path.toString(), words(what));
        }
        file.write(bytes, (int) offset);
        look();
      }
    }

    @Override
    public void force() throws IOException {
      synchronized (FaultyDisk.this) {
        if (fails(Fault.Needs.PERMISSION, "force of " + path)) {
          if (fault.kind() == Fault.Kind.ONCE) {
            file.failToForce();
          }
          throw fault.error(path.toString(), words("force of " + path));
        }
        file.force();
        look();
      }
    }

    @Override
    public void truncate(long size) throws IOException {
      synchronized (FaultyDisk.this) {
        call(Fault.Needs.PERMISSION, "truncation", path);
        file.truncate((int) size);
      }
    }

    @Override
    public long size() throws IOException {
      synchronized (FaultyDisk.this) {
        call(Fault.Needs.NOTHING, "size", path);
        return file.bytes().length;
      }
    }

    @Override
    public void close() {}
  }
}
