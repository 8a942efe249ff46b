package org.minorityreport.testkit.store.disk;

import java.io.IOException;
import java.nio.file.FileSystemException;

/** How a disk fails, from a call on. Immutable. */
record Fault(Kind kind, int call) {
  static final Fault NONE = new Fault(Kind.ONCE, Integer.MAX_VALUE);

  /** Which calls fail. */
  enum Kind {
    ONCE,
    STOP,
    FULL,
    READ_ONLY
  }

  /** What a call asks of a disk. */
  enum Needs {
    NOTHING,
    PERMISSION,
    SPACE
  }

  boolean hits(int at, Needs needs) {
    return switch (kind) {
      case ONCE -> at == call;
      case STOP -> at >= call;
      case FULL -> at >= call && needs == Needs.SPACE;
      case READ_ONLY -> at >= call && needs != Needs.NOTHING;
    };
  }

  IOException error(String place, String what) {
    return switch (kind) {
      case ONCE, STOP -> new IOException(what + " failed");
      case FULL -> new FileSystemException(place, null, "No space left on device");
      case READ_ONLY -> new FileSystemException(place, null, "Read-only file system");
    };
  }
}
