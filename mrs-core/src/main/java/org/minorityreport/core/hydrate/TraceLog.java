package org.minorityreport.core.hydrate;

import com.google.common.collect.Interner;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.core.snapshot.Snapshot;
import org.minorityreport.core.snapshot.SnapshotWriter;

/**
 * One log of one run, as traces: what of it can matter, by subject. Only for logs whose key is the
 * subject and the tick. Not thread-safe.
 *
 * @param <R> type of the rows
 */
final class TraceLog<R extends LogRecord> {
  private final Log<R> log;
  private final Interner<String> subjects;
  private final @Nullable Stage stage;
  private final KeptMap<String, Trace> traces = new KeptMap<>();
  private @Nullable Trace last;
  private List<String> touched = new ArrayList<>();

  /**
   * Traces of a log.
   *
   * @param log the log
   * @param stage whose values its rows give; null if every row is complete
   * @param subjects lets several logs share the texts of ids
   */
  TraceLog(Log<R> log, @Nullable Stage stage, Interner<String> subjects) {
    this.subjects = subjects;
    this.log = log;
    this.stage = stage;
  }

  Log<R> log() {
    return log;
  }

  void accept(SeenRow row) {
    Trace trace = find(row);
    if (trace.touch()) {
      touched.add(trace.subject());
    }
    trace.accept(row, isComplete(row.codes));
  }

  /** Commits mostly tell of the same subjects in the same order, so the next is mostly known. */
  private Trace find(SeenRow row) {
    Trace before = last;
    Trace expected = before == null ? null : before.next();
    Trace found =
        expected != null && row.isAbout(expected.subject()) ? expected : held(row.subject());
    if (before != null) {
      before.followedBy(found);
    }
    last = found;
    return found;
  }

  private Trace held(String text) {
    String subject = subjects.intern(text); // as the key too, or each log keeps its own
    return traces.held(subject, () -> new Trace(subject));
  }

  private KeptForm<String, Trace> form() {
    return new KeptForm<>(
        "traces of " + log.wireName(),
        subjects::intern,
        text -> text,
        Trace::write,
        (subject, from) -> new Trace(subject, log, from));
  }

  void goOnFrom(Snapshot snapshot) {
    traces.goOnFrom(form().in(snapshot));
  }

  void keep(SnapshotWriter to) throws IOException {
    form().write(traces, to);
  }

  /** {@return what there were rows about when the traces were kept} */
  List<String> keptSubjects() {
    return traces.kept().keys();
  }

  /** {@return what could matter about a subject when the traces were kept} */
  History<R> keptHistory(String subject, RowSource.Rows rows) {
    return history(traces.kept().get(subject), rows);
  }

  private boolean isComplete(@Nullable List<String> codes) {
    return stage == null || codes == null || stage.isComplete(codes);
  }

  @Nullable Trace about(String subject) {
    return traces.get(subject);
  }

  /** {@return the subjects with rows since this was last asked} */
  List<String> takeTouched() {
    List<String> taken = touched;
    touched = new ArrayList<>();
    taken.forEach(subject -> Optional.ofNullable(traces.get(subject)).ifPresent(Trace::untouch));
    return taken;
  }

  /** {@return what can matter about a subject} */
  History<R> history(String subject, RowSource.Rows rows) {
    return history(traces.get(subject), rows);
  }

  private History<R> history(@Nullable Trace trace, RowSource.Rows rows) {
    History<R> history = new History<>(log, rows);
    if (trace != null) {
      trace.picks().forEach(history::accept);
    }
    return history;
  }

  boolean isCorrected(String subject) {
    Trace trace = traces.get(subject);
    return trace != null && trace.isCorrected();
  }

  /** The commit of the first row about a subject; later than any if there is none. */
  CommitPosition firstCommit(String subject) {
    Trace trace = traces.get(subject);
    return trace == null ? CommitPosition.of(Long.MAX_VALUE) : trace.firstCommit();
  }

  /** The commit of the last row about a subject; before any if there is none. */
  CommitPosition lastCommit(String subject) {
    Trace trace = traces.get(subject);
    return trace == null ? CommitPosition.START : trace.lastCommit();
  }

  /**
   * Reads all rows about some subjects, between the first and the last commit of any of them.
   *
   * @param source where the rows are
   * @param run the line of work
   * @param within the ticks that count
   * @param subjects the subjects
   * @param rows reads the rows that are looked at
   * @return their histories
   */
  Map<String, History<R>> readAgain(
      RowSource source,
      RunId run,
      Predicate<Instant> within,
      Collection<String> subjects,
      RowSource.Rows rows) {
    Map<String, History<R>> histories = new HashMap<>();
    CommitPosition first = CommitPosition.of(Long.MAX_VALUE);
    CommitPosition last = CommitPosition.START;
    for (String subject : subjects) {
      histories.put(subject, new History<>(log, rows));
      CommitPosition from = firstCommit(subject);
      CommitPosition to = lastCommit(subject);
      first = from.compareTo(first) < 0 ? from : first;
      last = to.compareTo(last) > 0 ? to : last;
    }
    if (first.compareTo(last) <= 0) {
      source.look(
          log,
          run,
          CommitPosition.of(first.value() - 1),
          last,
          row -> {
            History<R> history = histories.get(row.subject());
            if (history != null && within.test(row.writtenAt)) {
              history.accept(new Pick(row));
            }
          });
    }
    return histories;
  }

  /** Makes the trace of a subject again out of the rows that stand. */
  void remake(String subject, History<R> all) {
    Trace trace = traces.held(subject);
    if (trace != null && trace.isCorrected()) {
      trace.startAgain();
      all.standingRows().values().forEach(row -> trace.keep(row, isComplete(row.codes())));
    }
  }
}
