package org.minorityreport.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class SnapshotTest {
  @Property(tries = 200)
  void everyKey_isFoundWithItsValue_andNoOther(
      @ForAll("keys") Set<String> keys, @ForAll("keys") Set<String> others) throws IOException {
    Section section = written(keys).section("some");

    assertThat(section.size()).isEqualTo(keys.size());
    for (String key : keys) {
      assertThat(section.key(section.find(key))).isEqualTo(key);
      assertThat(section.get(key)).isEqualTo(bytes("value of " + key));
    }
    for (String other : others) {
      assertThat(section.find(other) >= 0).as(other).isEqualTo(keys.contains(other));
    }
  }

  @Property(tries = 50)
  void keys_areInTheOrderOfTheirBytes(@ForAll("keys") Set<String> keys) throws IOException {
    Section section = written(keys).section("some");
    List<String> found = new ArrayList<>();
    for (int i = 0; i < section.size(); i++) {
      found.add(section.key(i));
    }

    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(keys)
        .isSortedAccordingTo((a, b) -> Arrays.compareUnsigned(bytes(a), bytes(b)));
  }

  @Test
  void anotherForm_isNotRead_andASectionThatNobodyWroteIsEmpty() throws IOException {
    ByteBuffer content = content(Set.of("a"));

    assertThat(Snapshot.of(content, "test 2")).isEmpty();
    assertThat(Snapshot.of(content, "test 1").orElseThrow().section("none").size()).isZero();
  }

  /** Some share eight bytes and more, some begin others, some have bytes above 127. */
  @Provide
  Arbitrary<Set<String>> keys() {
    Arbitrary<String> part = Arbitraries.of("", "a", "é", "\uffee", "MR-0123456789", "~", "\u007f");
    return Arbitraries.strings()
        .withChars("aé\u007f\uffee")
        .ofMaxLength(3)
        .flatMap(end -> part.flatMap(one -> part.map(two -> one + two + end)))
        .set()
        .ofMaxSize(40);
  }

  private static Snapshot written(Set<String> keys) throws IOException {
    return Snapshot.of(content(keys), "test 1").orElseThrow();
  }

  private static ByteBuffer content(Set<String> keys) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SnapshotWriter writer = new SnapshotWriter(out, "test 1");
    writer.section("other", List.of("x"), key -> bytes("y"));
    writer.section("some", keys, key -> bytes("value of " + key));
    writer.end();
    return ByteBuffer.wrap(out.toByteArray());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
