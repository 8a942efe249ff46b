package org.minorityreport.core.log.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.minorityreport.api.log.Log;
import org.minorityreport.core.log.disk.DiskFile;

/**
 * One file of the cache of keys: a header, the lines of a table and its slots, big-endian. It is
 * written under another name and forced before it gets its own, so it is whole or not there; a
 * checksum tells if it changed since.
 */
final class KeyFile {
  private final StoreFiles files;
  private final Path folder;
  private final String name;
  private final Path path;

  KeyFile(StoreFiles files, Path folder, String name) {
    this.files = files;
    this.folder = folder;
    this.name = name;
    this.path = folder.resolve(name);
  }

  Path path() {
    return path;
  }

  /** Its header, if the file is there, as long as it says, and the header sound. */
  Optional<KeyFileHeader> header() throws IOException {
    if (!files.disk().exists(path)) {
      return Optional.empty();
    }
    try (DiskFile file = files.disk().openToRead(path)) {
      ByteBuffer bytes = ByteBuffer.allocate(KeyFileHeader.BYTES);
      file.read(bytes, 0);
      Optional<KeyFileHeader> header = KeyFileHeader.read(bytes.flip());
      return header.isPresent() && header.get().fileBytes() == file.size()
          ? header
          : Optional.empty();
    }
  }

  /** Its table, if what follows the header is sound. */
  Optional<KeyTable> table(KeyFileHeader header) throws IOException {
    try (DiskFile file = files.disk().openToRead(path)) {
      return table(file.map(), header);
    }
  }

  private static Optional<KeyTable> table(ByteBuffer all, KeyFileHeader header) {
    if (all.limit() != header.fileBytes()) {
      return Optional.empty();
    }
    ByteBuffer content = all.slice(KeyFileHeader.BYTES, all.limit() - KeyFileHeader.BYTES);
    return KeyFileHeader.crc(content.duplicate()) == header.crc()
        ? Optional.of(new MappedKeys(content, header.rows()))
        : Optional.empty();
  }

  /** Whether all of it is as it was written. */
  boolean isSound() throws IOException {
    try (DiskFile file = files.disk().openToRead(path)) {
      ByteBuffer all = file.map();
      ByteBuffer head = all.slice(0, Math.min(KeyFileHeader.BYTES, all.limit()));
      Optional<KeyFileHeader> header = KeyFileHeader.read(head);
      return header.isPresent() && table(all, header.get()).isPresent();
    }
  }

  void write(Log<?> log, KeyPart part, long chain) throws IOException {
    KeyTable table = part.table();
    KeyFileHeader sized = KeyFileHeader.of(log, part, table, chain, 0);
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(sized.fileBytes()));
    bytes.position(KeyFileHeader.BYTES);
    for (int i = 0; i < table.rows() * KeyTable.COLUMNS; i++) {
      bytes.putLong(table.cell(i));
    }
    for (int i = 0; i < table.slots(); i++) {
      bytes.putInt(table.slot(i));
    }
    int crc =
        KeyFileHeader.crc(bytes.slice(KeyFileHeader.BYTES, bytes.limit() - KeyFileHeader.BYTES));
    bytes.position(0);
    KeyFileHeader.of(log, part, table, chain, crc).write(bytes);
    files.replace(folder, name, bytes.position(0));
  }
}
