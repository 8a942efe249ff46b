package org.minorityreport.core.log.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** The bytes of a slice as they come together; they are too many to be copied. */
final class SliceBytes extends ByteArrayOutputStream {
  SliceBytes(int expected) {
    super(expected);
  }

  /** All bytes so far. */
  synchronized ByteBuffer view() {
    return ByteBuffer.wrap(buf, 0, count);
  }
}
