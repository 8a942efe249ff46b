package org.minorityreport.core.log.disk;

import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A file in memory that does less at once than it is asked for, and knows the largest wish. */
final class PieceChannel extends FileChannel {
  private static final int AT_ONCE = 700_001;

  private final byte[] bytes;
  private int largest;

  PieceChannel(int length) {
    bytes = new byte[length];
  }

  /** How many bytes were asked for at once, at most. */
  int largest() {
    return largest;
  }

  @Override
  public int read(ByteBuffer into, long position) {
    int count = piece(into, position);
    into.put(bytes, (int) position, count);
    return count;
  }

  @Override
  public int write(ByteBuffer from, long position) {
    int count = piece(from, position);
    from.get(bytes, (int) position, count);
    return count;
  }

  private int piece(ByteBuffer buffer, long position) {
    largest = Math.max(largest, buffer.remaining());
    return Math.min(Math.min(AT_ONCE, buffer.remaining()), bytes.length - (int) position);
  }

  @Override
  protected void implCloseChannel() {}

  @Override
  public int read(ByteBuffer dst) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long read(ByteBuffer[] dsts, int offset, int length) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int write(ByteBuffer src) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long write(ByteBuffer[] srcs, int offset, int length) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long position() {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileChannel position(long newPosition) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long size() {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileChannel truncate(long size) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void force(boolean metaData) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferFrom(ReadableByteChannel src, long position, long count) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) {
    throw new UnsupportedOperationException();
  }
}
