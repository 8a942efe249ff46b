package org.minorityreport.core.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.ContextAction;
import org.minorityreport.api.record.ContextRecord;
import org.minorityreport.api.record.ContextRecorded;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.LogCodec;

/**
 * The context events that sources and people told of; what a person said of one counts. Each row is
 * read once. Thread-safe.
 */
final class ContextBook {
  private static final String CONTEXT_EVENT = "context_event";

  private final LogStore store;
  private final RunId run;
  private final Map<String, Entry> entries = new TreeMap<>();
  private final Map<AnnotationId, ContextRecorded> acts = new HashMap<>();
  private CommitPosition readUpTo = CommitPosition.START;

  /**
   * What is known of one context event.
   *
   * @param event what is said of it
   * @param spoken the last act of a person on it; null if none spoke of it
   * @param withdrawn whether it was taken back
   */
  record Entry(ContextEvent event, @Nullable ContextRecorded spoken, boolean withdrawn) {}

  ContextBook(LogStore store, RunId run) {
    this.store = store;
    this.run = run;
  }

  /** Takes in what was said up to a commit. */
  synchronized void refresh(CommitPosition upTo) {
    if (upTo.compareTo(readUpTo) <= 0) {
      return;
    }
    store.read(Logs.CONTEXT, run, readUpTo, upTo, this::source);
    store.read(Logs.CONTEXT_RECORDED, run, readUpTo, upTo, this::person);
    readUpTo = upTo;
  }

  private void source(StoredRow row) {
    if (row.isRetracted()) {
      return;
    }
    ContextRecord record = LogCodec.read(Logs.CONTEXT, row);
    Entry known = entries.get(record.ref());
    if (record.kind().equals(CONTEXT_EVENT) && (known == null || known.spoken() == null)) {
      ContextEvent event =
          CanonicalJson.read(CanonicalJson.bytes(record.body()), ContextEvent.class);
      entries.put(record.ref(), new Entry(event, null, record.withdrawn().orElse(false)));
    }
  }

  private void person(StoredRow row) {
    if (row.isRetracted()) {
      return;
    }
    ContextRecorded said = LogCodec.read(Logs.CONTEXT_RECORDED, row);
    acts.put(said.annotationId(), said);
    Entry known = entries.get(said.contextId());
    boolean withdrawn =
        ContextAction.of(said.action()).filter(a -> a == ContextAction.WITHDRAW).isPresent();
    Optional<ContextEvent> event =
        said.contextEvent().or(() -> Optional.ofNullable(known).map(Entry::event));
    event.ifPresent(e -> entries.put(said.contextId(), new Entry(e, said, withdrawn)));
  }

  /** {@return the act with an id} */
  synchronized Optional<ContextRecorded> act(AnnotationId id) {
    return Optional.ofNullable(acts.get(id));
  }

  /** {@return what is known of a context event} */
  synchronized Optional<Entry> find(String contextId) {
    return Optional.ofNullable(entries.get(contextId));
  }

  /** {@return all that is known, by id} */
  synchronized List<Entry> all() {
    return new ArrayList<>(entries.values());
  }
}
