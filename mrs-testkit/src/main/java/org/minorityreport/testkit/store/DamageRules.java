package org.minorityreport.testkit.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.testkit.store.disk.FaultyDisk;

/** Storage that was changed behind the store's back, and copies of it. */
final class DamageRules {
  private static final int COPIES = 300;

  private DamageRules() {}

  /** One change of one file. */
  interface Each {
    void changed(FaultyDisk disk, Path file, String what);
  }

  static List<StoreRule> all() {
    return List.of(
        damage(80, "Every byte that is changed, one at a time, is found", DamageRules::found),
        damage(81, "Whatever byte is changed, no wrong answer is given", DamageRules::neverWrong),
        damage(
            82,
            "Whatever byte is changed, all commits but one can be read",
            DamageRules::restReadable,
            StoreCapability.IS_READ_ELSEWHERE),
        damage(
            83,
            "A lost file is found; a store that opens all the same does so at a whole commit",
            DamageRules::lostFile),
        FaultRules.rule(
            84,
            "A copy taken while the store is written opens at a whole commit",
            DamageRules::copies));
  }

  private static StoreRule damage(
      int number, String intent, StoreRule.Check check, StoreCapability... more) {
    List<StoreCapability> needs =
        new ArrayList<>(
            List.of(StoreCapability.LASTS, StoreCapability.VERIFIES, StoreCapability.TAKES_A_DISK));
    needs.addAll(List.of(more));
    return StoreRule.of(number, intent, check, needs.toArray(StoreCapability[]::new));
  }

  private static FaultyDisk told(Bench bench) {
    FaultyDisk disk = new FaultyDisk();
    try (LogStore store = bench.place(disk).open()) {
      Story.tell(store, 0);
    }
    return disk;
  }

  /** Every byte of every file with another value, one at a time. */
  private static void everyByte(Bench bench, int mask, Each each) {
    Map<Path, byte[]> sound = told(bench).files();
    for (Path file : sound.keySet()) {
      byte[] bytes = sound.get(file);
      for (int i = 0; i < bytes.length; i++) {
        bench.clear();
        byte[] changed = bytes.clone();
        changed[i] ^= (byte) mask;
        Map<Path, byte[]> files = new TreeMap<>(sound);
        files.put(file, changed);
        each.changed(FaultyDisk.of(files), file, "byte " + i + " of " + file + " changed");
      }
    }
  }

  private static void found(Bench bench) {
    for (int mask : List.of(0x20, 0xFF)) {
      everyByte(
          bench,
          mask,
          (disk, file, what) -> {
            StorePlace place = bench.place(disk);
            if (!place.isWithoutMeaning(file)) {
              assertFound(place, what);
            }
          });
    }
  }

  private static void assertFound(StorePlace place, String what) {
    List<String> faults;
    try {
      faults = place.verify();
    } catch (LogStoreException e) {
      return;
    }
    Expect.that(!faults.isEmpty(), () -> what + ", and verify finds nothing");
  }

  private static void neverWrong(Bench bench) {
    everyByte(
        bench,
        0x01,
        (disk, file, what) -> {
          LogStore store = opened(bench, bench.place(disk));
          if (store != null) {
            Answers complete = Story.after(Story.LENGTH);
            for (Answers.Question question : Answers.questions(Story.LENGTH)) {
              String answer = answerOrRefusal(store, question);
              Expect.that(
                  answer == null || answer.equals(complete.answer(question.text())),
                  () ->
                      what
                          + ", and asked for "
                          + question.text()
                          + " the store says "
                          + answer
                          + ", but it is "
                          + complete.answer(question.text()));
            }
          }
        });
  }

  private static @Nullable LogStore opened(Bench bench, StorePlace place) {
    try {
      return bench.closing(
          bench.claims(StoreCapability.IS_READ_ELSEWHERE) ? place.openForReading() : place.open());
    } catch (LogStoreException e) {
      return null;
    }
  }

  private static @Nullable String answerOrRefusal(LogStore store, Answers.Question question) {
    try {
      return question.ask().apply(store);
    } catch (LogStoreException e) {
      return null;
    }
  }

  private static void restReadable(Bench bench) {
    everyByte(
        bench,
        0xFF,
        (disk, file, what) -> {
          LogStore store = opened(bench, bench.place(disk));
          if (store == null) {
            return; // all of it is refused: what is damaged is what makes it a store
          }
          TreeSet<Long> refused = new TreeSet<>();
          for (Log<?> log : Answers.LOGS) {
            for (RunId run : Answers.RUNS) {
              for (long to = 1; to <= Story.LENGTH; to++) {
                Answers.Question rows = Answers.rowsBetween(log, run, to - 1, to);
                if (answerOrRefusal(store, rows) == null) {
                  refused.add(to);
                }
              }
            }
          }
          Expect.that(
              refused.size() <= 1,
              () -> what + ", and the rows of commits " + refused + " cannot be read");
        });
  }

  private static void lostFile(Bench bench) {
    Map<Path, byte[]> sound = told(bench).files();
    for (Path file : sound.keySet()) {
      bench.clear();
      Map<Path, byte[]> files = new TreeMap<>(sound);
      files.remove(file);
      StorePlace place = bench.place(FaultyDisk.of(files));
      if (place.isWithoutMeaning(file)) {
        LogStore store = bench.closing(Answers.orFail(place::open, file + " is lost"));
        Answers.same(store, Story.after(Story.LENGTH), file + " is lost");
      } else {
        assertFound(place, file + " is lost");
        assertRefusedOrWhole(bench, place, file + " is lost");
      }
    }
  }

  /** What is missing cannot be told from what a copy did not take along. */
  private static void assertRefusedOrWhole(Bench bench, StorePlace place, String what) {
    LogStore store;
    try {
      store = bench.closing(place.open());
    } catch (LogStoreException e) {
      return;
    }
    Answers.same(store, Story.after((int) store.head().value()), what);
  }

  /**
   * Folders are listed at moments of their own, files copied at later ones. What was listed and is
   * no longer there is not in the copy.
   */
  private static void copies(Bench bench) {
    List<Map<Path, byte[]>> moments = new ArrayList<>();
    FaultyDisk disk = new FaultyDisk();
    try (LogStore store = bench.place(disk).open()) {
      disk.afterEachCall(call -> moments.add(disk.files()));
      Story.tell(store, 0);
    }
    for (int seed = 0; seed < COPIES; seed++) {
      bench.clear();
      FaultyDisk copy = FaultyDisk.of(copy(moments, new SplittableRandom(seed)));
      String event = "in a copy taken while the store was written (seed " + seed + ")";
      LogStore store = bench.closing(Answers.orFail(bench.place(copy)::open, "opening " + event));
      int head = (int) store.head().value();
      Answers.same(store, Story.after(head), event);
      Story.tell(store, head);
      Answers.same(store, Story.after(Story.LENGTH), "going on " + event);
    }
  }

  private static Map<Path, byte[]> copy(List<Map<Path, byte[]>> moments, SplittableRandom chance) {
    Map<Path, Integer> listings = new TreeMap<>();
    Map<Path, byte[]> copy = new TreeMap<>();
    for (Path file : moments.get(moments.size() - 1).keySet()) {
      int listed =
          listings.computeIfAbsent(file.getParent(), folder -> chance.nextInt(moments.size()));
      int copied = listed + chance.nextInt(moments.size() - listed);
      byte[] bytes = moments.get(copied).get(file);
      if (moments.get(listed).containsKey(file) && bytes != null) {
        copy.put(file, bytes);
      }
    }
    return copy;
  }
}
