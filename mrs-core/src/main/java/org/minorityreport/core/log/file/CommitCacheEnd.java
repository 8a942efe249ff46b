package org.minorityreport.core.log.file;

import java.nio.ByteBuffer;

/**
 * Up to where a cache of commits goes.
 *
 * @param position the last commit
 * @param lastOffset where its entry begins in the journal
 * @param offset where it ends
 * @param before hash of the entry before
 * @param hash its hash
 */
record CommitCacheEnd(long position, long lastOffset, long offset, Hash before, Hash hash) {
  static final int BYTES = 3 * Long.BYTES + 2 * Hash.BYTES;

  static CommitCacheEnd read(ByteBuffer from) {
    return new CommitCacheEnd(
        from.getLong(), from.getLong(), from.getLong(), hash(from), hash(from));
  }

  void write(ByteBuffer to) {
    to.putLong(position).putLong(lastOffset).putLong(offset);
    to.put(before.bytes()).put(hash.bytes());
  }

  private static Hash hash(ByteBuffer from) {
    byte[] bytes = new byte[Hash.BYTES];
    from.get(bytes);
    return new Hash(bytes);
  }
}
