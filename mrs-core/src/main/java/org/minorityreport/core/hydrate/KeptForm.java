package org.minorityreport.core.hydrate;

import com.google.common.io.ByteArrayDataInput;
import com.google.common.io.ByteArrayDataOutput;
import com.google.common.io.ByteStreams;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.minorityreport.core.snapshot.Section;
import org.minorityreport.core.snapshot.Snapshot;
import org.minorityreport.core.snapshot.SnapshotWriter;

/**
 * How a map is kept as a section of a snapshot.
 *
 * @param <K> type of the keys
 * @param <V> type of the values
 * @param section its name
 * @param key makes a key of its text
 * @param text the text of a key
 * @param write writes a value
 * @param read reads a value
 */
record KeptForm<K, V>(
    String section,
    Function<String, K> key,
    Function<K, String> text,
    Writing<V> write,
    BiFunction<K, ByteArrayDataInput, V> read) {

  /** {@return what is kept in a snapshot} */
  KeptMap.Base<K, V> in(Snapshot snapshot) {
    Section kept = snapshot.section(section);
    return new KeptMap.Base<>() {
      @Override
      public @Nullable V get(K wanted) {
        byte[] value = kept.get(text.apply(wanted));
        return value == null ? null : read.apply(wanted, ByteStreams.newDataInput(value));
      }

      @Override
      public List<K> keys() {
        return KeptForm.keys(kept, key);
      }
    };
  }

  /** {@return the keys of a section, made when they are looked at} */
  static <K> List<K> keys(Section section, Function<String, K> key) {
    return SortedByKey.made(section.size(), place -> key.apply(section.key(place)));
  }

  /** Keeps a map. */
  void write(KeptMap<K, V> map, SnapshotWriter to) throws IOException {
    Map<String, K> keys = new HashMap<>();
    map.keys().forEach(k -> keys.put(text.apply(k), k));
    List<String> texts = new ArrayList<>(keys.keySet());
    to.section(
        section,
        texts,
        name -> {
          ByteArrayDataOutput out = ByteStreams.newDataOutput();
          write.write(Objects.requireNonNull(map.get(Objects.requireNonNull(keys.get(name)))), out);
          return out.toByteArray();
        });
  }

  /**
   * Writes values.
   *
   * @param <V> their type
   */
  @FunctionalInterface
  interface Writing<V> {
    void write(V value, ByteArrayDataOutput to);
  }
}
