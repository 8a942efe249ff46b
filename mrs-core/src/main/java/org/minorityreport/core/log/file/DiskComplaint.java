package org.minorityreport.core.log.file;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What a disk refused and where, in words instead of names of classes. */
final class DiskComplaint {
  private static final String OPEN_AGAIN =
      "; if the store is open for writing, close it and open it again";

  private DiskComplaint() {}

  static String of(IOException e) {
    if (e instanceof ClosedByInterruptException) {
      return "the thread was interrupted, which closes the files that it works on" + OPEN_AGAIN;
    } else if (e instanceof ClosedChannelException) {
      return "the file was closed, as happens when a thread that works on it is interrupted"
          + OPEN_AGAIN;
    }
    if (!(e instanceof FileSystemException at) || at.getFile() == null) {
      return e.getMessage() == null ? e.toString() : e.getMessage();
    }
    return at.getFile() + ": " + reason(at);
  }

  private static String reason(FileSystemException e) {
    if (e instanceof AccessDeniedException) {
      return "no permission";
    } else if (e instanceof NoSuchFileException) {
      return "there is no such file";
    } else if (e instanceof NotDirectoryException) {
      return "this is a file, not a directory";
    } else if (e instanceof FileAlreadyExistsException) {
      return "there is a file where a directory is to be";
    }
    String reason = e.getReason();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }
}
