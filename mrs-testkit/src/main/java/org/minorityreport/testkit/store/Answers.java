package org.minorityreport.testkit.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;

/** All that a store says, question by question. Immutable. */
final class Answers {
  static final List<Log<?>> LOGS = List.of(Logs.REPORTS_DETECTED, Logs.REPORTS_ENDED, Logs.EVENTS);
  static final List<RunId> RUNS = List.of(StoreRows.MAIN, StoreRows.OTHER);
  static final List<String> NAMES = List.of("a", "b", "c", "d");

  private final Map<String, String> answers;

  /** A question and how to ask it. */
  record Question(String text, Function<LogStore, String> ask) {}

  private Answers(Map<String, String> answers) {
    this.answers = answers;
  }

  /** Every question about every position. */
  static Answers of(LogStore store) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (Question question : questions(store.head().value())) {
      answers.put(question.text(), question.ask().apply(store));
    }
    return new Answers(answers);
  }

  static List<Question> questions(long head) {
    List<Question> questions = new ArrayList<>();
    questions.add(new Question("the newest position", store -> store.head().toString()));
    questions.add(new Question("the runs", store -> store.runs().toString()));
    for (Log<?> log : LOGS) {
      for (RunId run : RUNS) {
        String of = "of " + log + ", run " + run + ", ";
        questions.add(rows("all rows " + of, log, run, 0, Long.MAX_VALUE));
        for (long at = 0; at <= head + 1; at++) {
          questions.add(rowsBetween(log, run, at, at + 1));
          questions.add(count("the number of rows " + of, log, run, at));
          questions.add(latest("the newest versions " + of, log, run, at));
        }
      }
    }
    return questions;
  }

  static Question rowsBetween(Log<?> log, RunId run, long after, long to) {
    return rows("the rows of " + log + ", run " + run + ", ", log, run, after, to);
  }

  private static Question rows(String what, Log<?> log, RunId run, long after, long to) {
    String bounds = to == Long.MAX_VALUE ? "to the end" : "after " + after + " up to " + to;
    return new Question(what + bounds, store -> rows(store, log, run, after, to).toString());
  }

  private static Question count(String what, Log<?> log, RunId run, long at) {
    return new Question(
        what + "as of " + at, store -> Long.toString(store.count(log, run, CommitPosition.of(at))));
  }

  private static Question latest(String what, Log<?> log, RunId run, long at) {
    List<String> keys = NAMES.stream().map(name -> StoreRows.key(run, name)).toList();
    return new Question(
        what + "as of " + at,
        store -> {
          Map<String, StoredRow> found = store.latest(log, keys, CommitPosition.of(at));
          List<String> newest = new ArrayList<>();
          for (String key : keys) {
            StoredRow row = found.get(key);
            if (row != null) {
              newest.add(text(row));
            }
          }
          return newest.toString();
        });
  }

  static List<String> rows(LogStore store, Log<?> log, RunId run, long after, long to) {
    List<String> rows = new ArrayList<>();
    store.read(
        log, run, CommitPosition.of(after), CommitPosition.of(to), row -> rows.add(text(row)));
    return rows;
  }

  /** Everything about a row; a contradiction between its JSON and what stands beside it shows. */
  static String text(StoredRow row) {
    return String.join(
        " ",
        "row " + row.rowNumber(),
        "of commit " + row.position() + ":",
        row.key(),
        row.writtenAt().toString(),
        "version " + row.version() + (row.isRetracted() ? " retracted" : ""),
        row.text());
  }

  /** The answer to the first question; what is the newest position. */
  long head() {
    return Long.parseLong(answers.values().iterator().next());
  }

  String answer(String question) {
    return answers.getOrDefault(question, "");
  }

  /** The first difference, in words. */
  Optional<String> difference(Answers expected) {
    return expected.answers.entrySet().stream()
        .filter(entry -> !entry.getValue().equals(answer(entry.getKey())))
        .findFirst()
        .map(entry -> words(entry.getKey(), answer(entry.getKey()), entry.getValue()));
  }

  private static String words(String question, String found, String expected) {
    String shortFound = shortened(found);
    String shortExpected = shortened(expected);
    boolean same = shortFound.equals(shortExpected);
    return "asked for "
        + question
        + ", the store says "
        + (same ? found : shortFound)
        + ", but it is "
        + (same ? expected : shortExpected);
  }

  /** Rows as their JSON alone, if what stands beside it is not what differs. */
  static String shortened(String rows) {
    return rows.replaceAll(": \\[[^]]*] \\S+ version \\d+( retracted)? ", ": ");
  }

  /** What was asked for and is not as it should be; a store that refuses to answer fails too. */
  static void same(LogStore store, Answers expected, String when) {
    Answers found = orFail(() -> of(store), when);
    found
        .difference(expected)
        .ifPresent(
            difference -> {
              throw new AssertionError(when + ": " + difference);
            });
  }

  /** What a call gives, or a failure that says when the store refused it. */
  static <T> T orFail(Supplier<T> call, String when) {
    try {
      return call.get();
    } catch (LogStoreException e) {
      throw new AssertionError(when + ": the store refuses: " + e.getMessage(), e);
    }
  }
}
