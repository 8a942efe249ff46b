package org.minorityreport.core.provenance;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.provenance.Explanation;
import org.minorityreport.api.provenance.FieldHistory;
import org.minorityreport.api.provenance.SubjectKind;
import org.minorityreport.api.provenance.Trail;
import org.minorityreport.core.tag.Tags;

/** Where the reports and events of a run come from, from its logs alone. Thread-safe. */
public final class Provenance {
  private final LogStore store;
  private final RunId run;

  /**
   * The provenance of a run.
   *
   * @param store the logs
   * @param run the line of work
   */
  public Provenance(LogStore store, RunId run) {
    this.store = Objects.requireNonNull(store, "store");
    this.run = Objects.requireNonNull(run, "run");
  }

  /**
   * Every row about a report or event, and what each commit changed in its hydrated form.
   *
   * @param id a report or event, or its prefix and at least 8 digits of it
   * @param asOf what was known, and about which ticks
   * @return the trail
   * @throws UsageException if nothing has the id, or several begin so: they are listed; if there is
   *     no such tag, or the position lies after the newest commit; if the run has no rows
   */
  public Trail trail(String id, AsOf asOf) {
    Question question = question(id, asOf);
    try (TrailMaker maker = new TrailMaker(store, question)) {
      return maker.make();
    }
  }

  /**
   * Where a shown value comes from.
   *
   * @param id a report or event, or its prefix and at least 8 digits of it
   * @param field wire name of a field of the hydrated report or event
   * @param asOf what was known, and about which ticks
   * @return the explanation
   * @throws UsageException as {@link #trail} does; if there is no such field: they are listed; if
   *     the report or event is not shown at that moment
   */
  public Explanation explain(String id, String field, AsOf asOf) {
    checkField(SubjectLookup.kind(id), field);
    Question question = question(id, asOf);
    return new Explainer(store, question).explain(field);
  }

  /**
   * Every value that a field had, with tick, version and row.
   *
   * @param id a report or event, or its prefix and at least 8 digits of it
   * @param field wire name of a field of the hydrated report or event
   * @param asOf what was known, and about which ticks
   * @return its values
   * @throws UsageException as {@link #explain} does
   */
  public FieldHistory history(String id, String field, AsOf asOf) {
    checkField(SubjectLookup.kind(id), field);
    Question question = question(id, asOf);
    try (TrailMaker maker = new TrailMaker(store, question)) {
      return maker.history(field);
    }
  }

  /**
   * Looks a report up among all that the logs name.
   *
   * @param id its id, or its prefix and at least 8 digits of it
   * @return its whole id
   * @throws UsageException if it is no id of a report, nothing has it, or several begin so: they
   *     are listed; if the run has no rows
   */
  public String report(String id) {
    if (SubjectLookup.kind(id) != SubjectKind.REPORT) {
      throw new UsageException(
          "'" + id + "' is no id of a report; only reports can be asked for here");
    }
    CommitPosition head = store.head();
    return find(new SoundReads(store, run, head, Instant.MAX), id, head);
  }

  private static void checkField(SubjectKind kind, String field) {
    List<String> fields = Look.fields(kind);
    if (!fields.contains(field)) {
      throw new UsageException(
          (kind == SubjectKind.REPORT ? "a report" : "an event")
              + " has no field '"
              + field
              + "'; its fields are "
              + String.join(", ", fields));
    }
  }

  private Question question(String id, AsOf asOf) {
    SubjectKind kind = SubjectLookup.kind(id);
    CommitPosition upTo = new Tags(store, run).position(asOf);
    SoundReads reads = new SoundReads(store, run, upTo, asOf.tick().orElse(Instant.MAX));
    String whole = SubjectLookup.isFull(id) ? id : find(reads, id, upTo);
    BearingRows rows = BearingRows.on(reads, whole);
    if (rows.about().isEmpty()) {
      find(reads, id, upTo);
    }
    return new Question(run, kind, whole, upTo, asOf.tick(), reads, rows);
  }

  private String find(SoundReads reads, String id, CommitPosition upTo) {
    if (reads.gaps().isEmpty() && isEmpty(upTo)) {
      throw new UsageException(
          "run '"
              + run
              + "' has no rows up to position "
              + upTo
              + "; runs that have rows: "
              + store.runs());
    }
    try {
      return SubjectLookup.find(reads, id);
    } catch (UsageException e) {
      if (reads.gaps().isEmpty()) {
        throw e;
      }
      String gaps =
          String.join(
              ", ",
              reads.gaps().stream()
                  .map(gap -> gap.log() + " at position " + gap.firstPosition())
                  .toList());
      throw new UsageException(e.getMessage() + "; could not be read: " + gaps, e);
    }
  }

  private boolean isEmpty(CommitPosition upTo) {
    for (Log<?> log : Logs.all()) {
      if (!log.equals(Logs.TAGS) && store.count(log, run, upTo) > 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * What is asked, and what the logs hold of it.
   *
   * @param run the line of work
   * @param kind what sort of thing it is about
   * @param id its whole id
   * @param upTo the commit position up to which is looked
   * @param tick the last tick that is looked at
   * @param reads what can be read
   * @param rows the rows that bear on it
   */
  record Question(
      RunId run,
      SubjectKind kind,
      String id,
      CommitPosition upTo,
      Optional<Instant> tick,
      SoundReads reads,
      BearingRows rows) {
    Look look() {
      return new Look(run, id, rows.all());
    }
  }
}
