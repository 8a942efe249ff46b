package org.minorityreport.core.hydrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterTry;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.record.TagRecord;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.tag.Tags;

/** Whatever happens, a name is that of the same state, to the byte (spec 6.7). */
class NamedStatesLawTest {
  /** What somebody does to a store. */
  private sealed interface Act permits Append, Name, Reopen {}

  /** Rows are appended. */
  private record Append(List<Fact> facts) implements Act {}

  /** A name is given to the state so many commits back, or ahead if negative. */
  private record Name(String name, int back, int when) implements Act {}

  /** The store is closed and opened again. */
  private record Reopen() implements Act {}

  private final List<Path> folders = new ArrayList<>();

  @Property(tries = 50)
  void names_inMemory_areForGood(@ForAll("stories") List<Act> story) {
    check(story, LogStores.inMemory(), store -> store);
  }

  @Property(tries = 20)
  void names_inADirectory_areForGood(@ForAll("stories") List<Act> story) throws IOException {
    Path folder = Files.createTempDirectory("named-states");
    folders.add(folder);
    check(
        story,
        LogStores.directory(folder),
        store -> {
          store.close();
          return LogStores.directory(folder);
        });
  }

  @AfterTry
  void removeFolders() throws IOException {
    for (Path folder : folders) {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted(Comparator.reverseOrder()).forEach(NamedStatesLawTest::delete);
      }
    }
    folders.clear();
  }

  private static void check(List<Act> story, LogStore fresh, UnaryOperator<LogStore> reopen) {
    LogStore store = fresh;
    Map<String, Long> names = new LinkedHashMap<>();
    List<List<String>> views = new ArrayList<>(List.of(view(store, AsOf.now())));
    for (Act act : story) {
      if (act instanceof Append append) {
        store.append(commit(append.facts()));
      } else if (act instanceof Name name) {
        name(store, name, names);
      } else {
        store = reopen.apply(store);
      }
      if (store.head().value() == views.size()) {
        views.add(view(store, AsOf.now()));
      }
      assertNames(store, names, views);
    }
    store.close();
  }

  private static void name(LogStore store, Name act, Map<String, Long> names) {
    CommitPosition head = store.head();
    long position = Math.max(0, head.value() - act.back());
    Tags tags = new Tags(store, Scene.RUN);
    Long before = names.get(act.name());
    if (position > head.value() || (before != null && before != position)) {
      assertThatThrownBy(() -> set(tags, act, position)).isInstanceOf(UsageException.class);
    } else {
      names.put(act.name(), position);
      assertThat(set(tags, act, position).position()).isEqualTo(position);
    }
    boolean isNew = before == null && names.containsKey(act.name());
    assertThat(store.head()).isEqualTo(isNew ? head.next() : head);
  }

  private static TagRecord set(Tags tags, Name act, long position) {
    return tags.set(act.name(), CommitPosition.of(position), null, "ann", Fact.at(act.when()));
  }

  private static void assertNames(
      LogStore store, Map<String, Long> names, List<List<String>> views) {
    Map<String, Long> listed = new LinkedHashMap<>();
    new Tags(store, Scene.RUN)
        .all(store.head())
        .forEach(tag -> listed.put(tag.name(), tag.position()));
    assertThat(listed).containsExactlyEntriesOf(names);
    names.forEach(
        (name, position) ->
            assertThat(view(store, AsOf.atTag(name)))
                .as("%s at %s", name, position)
                .isEqualTo(view(store, AsOf.atPosition(CommitPosition.of(position))))
                .isEqualTo(views.get(position.intValue())));
  }

  /** All that the view says, as bytes would. */
  private static List<String> view(LogStore store, AsOf asOf) {
    HydratedView view = Hydration.hydrate(store, Scene.RUN, asOf);
    List<String> lines = new ArrayList<>();
    lines.add(view.reports().refreshSeq() + " " + view.events().refreshSeq());
    view.reports().all().forEach(report -> lines.add(CanonicalJson.text(report)));
    view.events().all().forEach(event -> lines.add(CanonicalJson.text(event)));
    return lines;
  }

  private static Commit commit(List<Fact> facts) {
    return Commit.of(
        facts.stream()
            .map(Fact::row)
            .map(row -> LogSlice.of(row.log(), Scene.writer(row.log()), List.of(row)))
            .toList());
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Provide
  Arbitrary<List<Act>> stories() {
    Arbitrary<Act> append = Fact.fact().list().ofMinSize(1).ofMaxSize(5).map(Append::new);
    Arbitrary<Act> name =
        Combinators.combine(
                Arbitraries.of("May", "June", "July"),
                Arbitraries.integers().between(-1, 4),
                Arbitraries.integers().between(0, 1))
            .as(Name::new);
    return Arbitraries.frequencyOf(
            Tuple.of(3, append), Tuple.of(4, name), Tuple.of(1, Arbitraries.just(new Reopen())))
        .list()
        .ofMaxSize(12);
  }
}
