package org.minorityreport.core.log.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.core.log.disk.DiskFile;

/**
 * Something that was made of the commits up to some position, in a file of the cache. It counts
 * only if its checksums match and the chain of the journal is at that position what it was; whoever
 * lacks it makes it out of the rows again.
 */
final class KeptFile {
  private static final String FOLDER = "kept";
  private static final String SUFFIX = ".kept";

  private static final long MAGIC = 0x4d52532d4b505431L; // MRS-KPT1
  private static final int HEADER = 64;
  private static final int CHUNK = 1 << 20;

  private final StoreFiles files;
  private final CommitHistory history;
  private final String name;

  KeptFile(StoreFiles files, CommitHistory history, String name) {
    this.files = files;
    this.history = history;
    this.name = name.endsWith(SUFFIX) ? name : name + SUFFIX;
  }

  /** Writes it; false if that could not be done, which costs time and nothing else. */
  boolean write(CommitPosition upTo, DirectoryLogStore.Content content) {
    long position = upTo.value();
    if (position < 1 || position > history.head() || !history.isSound(position)) {
      return false;
    }
    try {
      files.replace(
          folder(),
          name,
          file -> {
            Body body = new Body(file);
            try (OutputStream out = new BufferedOutputStream(body, CHUNK)) {
              content.write(out);
            }
            file.write(header(position, body.length, (int) body.crc.getValue()), 0);
          });
      return true;
    } catch (IOException | LogStoreException e) {
      return false; // a cache must not stop what needs none
    }
  }

  /** What is in it, if it is sound and of this store. */
  Optional<Kept> read() {
    try {
      Optional<Header> header = header();
      if (header
          .filter(h -> h.position() <= history.head())
          .filter(h -> history.isSound(h.position()))
          .filter(h -> history.chain(h.position()) == h.chain())
          .isEmpty()) {
        return Optional.empty();
      }
      return content(header.get())
          .map(content -> new Kept(CommitPosition.of(header.get().position()), content));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** What was kept and changed since. */
  static List<Finding> faults(StoreFiles files, CommitHistory history) throws IOException {
    List<Finding> faults = new ArrayList<>();
    Path folder = files.at(StoreFiles.CACHE).resolve(FOLDER);
    if (files.disk().exists(folder)) {
      for (String name : files.disk().list(folder)) {
        if (name.endsWith(SUFFIX) && !new KeptFile(files, history, name).isSound()) {
          faults.add(KeyCache.damaged(StoreFiles.CACHE + "/" + FOLDER + "/" + name));
        }
      }
    }
    return faults;
  }

  /** Whether it is there and all of it is as it was written. */
  private boolean isSound() throws IOException {
    Optional<Header> header = header();
    return header.isPresent() && content(header.get()).isPresent();
  }

  private ByteBuffer header(long position, long length, int crc) {
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    header.putLong(MAGIC).putLong(position).putLong(history.chain(position)).putLong(length);
    header.putInt(crc);
    int own = SegmentReader.crc(header.array(), 0, HEADER - Integer.BYTES);
    return header.putInt(HEADER - Integer.BYTES, own).position(0);
  }

  private Optional<Header> header() throws IOException {
    if (!files.disk().exists(path())) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.allocate(HEADER);
    long size;
    try (DiskFile file = files.disk().openToRead(path())) {
      size = file.size();
      file.read(bytes, 0);
    }
    int crc = SegmentReader.crc(bytes.array(), 0, HEADER - Integer.BYTES);
    return bytes.getLong(0) == MAGIC
            && bytes.getInt(HEADER - Integer.BYTES) == crc
            && size == HEADER + bytes.getLong(24)
            && size <= Integer.MAX_VALUE
        ? Optional.of(new Header(bytes.getLong(8), bytes.getLong(16), bytes.getInt(32)))
        : Optional.empty();
  }

  private Optional<ByteBuffer> content(Header header) throws IOException {
    ByteBuffer all;
    try (DiskFile file = files.disk().openToRead(path())) {
      all = file.map();
    }
    ByteBuffer content = all.slice(HEADER, all.limit() - HEADER);
    return KeyFileHeader.crc(content.duplicate()) == header.crc()
        ? Optional.of(content)
        : Optional.empty();
  }

  private Path folder() {
    return files.at(StoreFiles.CACHE).resolve(FOLDER);
  }

  private Path path() {
    return folder().resolve(name);
  }

  /** Bytes behind the header. */
  private static final class Body extends OutputStream {
    private final DiskFile file;
    private final CRC32C crc = new CRC32C();
    private long length;

    Body(DiskFile file) {
      this.file = file;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      file.write(ByteBuffer.wrap(bytes, from, count), HEADER + length);
      crc.update(bytes, from, count);
      length += count;
    }
  }

  /**
   * The beginning of the file.
   *
   * @param position the last commit that the content was made of
   * @param chain what the chain of the journal was there
   * @param crc CRC32C of the content
   */
  private record Header(long position, long chain, int crc) {}
}
