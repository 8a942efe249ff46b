package org.minorityreport.core.snapshot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The sections that a {@link SnapshotWriter} wrote. Immutable; thread-safe. */
public final class Snapshot {
  private final Map<String, Section> sections;

  private Snapshot(Map<String, Section> sections) {
    this.sections = sections;
  }

  /**
   * Opens a snapshot.
   *
   * @param content what the writer wrote, found sound
   * @param form what the writer was told
   * @return the snapshot; empty if it is of another form
   */
  public static Optional<Snapshot> of(ByteBuffer content, String form) {
    int end = content.limit() - Integer.BYTES;
    ByteBuffer contents = content.duplicate().position(content.getInt(end));
    if (!text(contents).equals(form)) {
      return Optional.empty();
    }
    Map<String, Section> sections = new HashMap<>();
    int count = contents.getInt();
    for (int i = 0; i < count; i++) {
      String name = text(contents);
      int table = contents.getInt();
      sections.put(name, new Section(content, table, contents.getInt()));
    }
    return Optional.of(new Snapshot(sections));
  }

  private static String text(ByteBuffer from) {
    byte[] text = new byte[from.getInt()];
    from.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  /**
   * A section.
   *
   * @param name its name
   * @return the section; an empty one if none of that name was written
   */
  public Section section(String name) {
    return Objects.requireNonNullElse(sections.get(name), Section.EMPTY);
  }
}
