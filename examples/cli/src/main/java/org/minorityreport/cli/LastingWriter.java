package org.minorityreport.cli;

import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** Keeps the first error, which a {@code PrintWriter} swallows: a full disk, a reader gone. */
final class LastingWriter extends Writer {
  private final Writer to;
  private @Nullable IOException first;

  LastingWriter(Writer to) {
    this.to = to;
  }

  /** {@return the first error, if there was one} */
  @Nullable IOException first() {
    return first;
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    try {
      to.write(text, from, length);
    } catch (IOException e) {
      throw kept(e);
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      to.flush();
    } catch (IOException e) {
      throw kept(e);
    }
  }

  @Override
  public void close() throws IOException {
    to.close();
  }

  private IOException kept(IOException e) {
    if (first == null) {
      first = e;
    }
    return e;
  }
}
