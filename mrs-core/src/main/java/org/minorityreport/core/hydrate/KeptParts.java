package org.minorityreport.core.hydrate;

import com.google.common.io.ByteArrayDataInput;
import com.google.common.io.ByteArrayDataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Logs;
import org.minorityreport.core.snapshot.Snapshot;
import org.minorityreport.core.snapshot.SnapshotWriter;

/** How the parts of what is kept are written. Whoever changes this changes {@link #FORM}. */
final class KeptParts {
  /** Says what a snapshot of a view holds; one of another form is not read. */
  static final String FORM = "view 2";

  private KeptParts() {}

  static void write(Instant time, ByteArrayDataOutput to) {
    to.writeLong(time.getEpochSecond());
    to.writeInt(time.getNano());
  }

  static Instant time(ByteArrayDataInput from) {
    long seconds = from.readLong();
    return Instant.ofEpochSecond(seconds, from.readInt());
  }

  static void write(RowPlace place, ByteArrayDataOutput to) {
    writeText(place.log().wireName(), to);
    to.writeLong(place.number());
    to.writeLong(place.position().value());
    write(place.writtenAt(), to);
  }

  static RowPlace place(ByteArrayDataInput from) {
    var log = Logs.byWireName(text(from));
    long number = from.readLong();
    CommitPosition position = CommitPosition.of(from.readLong());
    return new RowPlace(log, number, position, time(from));
  }

  static void writeText(String text, ByteArrayDataOutput to) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    to.writeInt(bytes.length);
    to.write(bytes);
  }

  static String text(ByteArrayDataInput from) {
    byte[] bytes = new byte[from.readInt()];
    from.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static void writeTexts(Collection<String> texts, ByteArrayDataOutput to) {
    to.writeInt(texts.size());
    texts.forEach(text -> writeText(text, to));
  }

  static List<String> texts(ByteArrayDataInput from) {
    return list(from, KeptParts::text);
  }

  static <T> List<T> list(ByteArrayDataInput from, Function<ByteArrayDataInput, T> item) {
    int count = from.readInt();
    List<T> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      items.add(item.apply(from));
    }
    return items;
  }

  /** {@return how sets of texts are kept} */
  static KeptForm<String, SortedSet<String>> texts(String section) {
    return new KeptForm<>(
        section,
        text -> text,
        text -> text,
        KeptParts::writeTexts,
        (key, from) -> new TreeSet<>(texts(from)));
  }

  /** {@return a set that was kept} */
  static List<String> set(String section, Snapshot snapshot) {
    return KeptForm.keys(snapshot.section(section), text -> text);
  }

  /** Keeps a set. */
  static void writeSet(String section, Collection<String> texts, SnapshotWriter to)
      throws IOException {
    to.section(section, texts, key -> new byte[0]);
  }
}
