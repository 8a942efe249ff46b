package org.minorityreport.core.provenance;

import static org.minorityreport.core.text.TextPage.cutTo;
import static org.minorityreport.core.text.TextPage.padded;
import static org.minorityreport.core.text.TextPage.value;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.minorityreport.api.provenance.ContextUse;
import org.minorityreport.api.provenance.ExplainedRow;
import org.minorityreport.api.provenance.Explanation;
import org.minorityreport.api.provenance.FieldChange;
import org.minorityreport.api.provenance.FieldHistory;
import org.minorityreport.api.provenance.HistoryValue;
import org.minorityreport.api.provenance.LogGap;
import org.minorityreport.api.provenance.RowTrace;
import org.minorityreport.api.provenance.StageTrace;
import org.minorityreport.api.provenance.SubjectKind;
import org.minorityreport.api.provenance.Trail;
import org.minorityreport.api.provenance.TrailCommit;
import org.minorityreport.api.view.RowRef;
import org.minorityreport.core.text.TextPage;

/**
 * Trails, explanations and histories as people read them in a terminal. Long values are cut; their
 * JSON has all of them.
 */
public final class ProvenanceText {
  private static final int FIELD = 26;
  private static final int VALUE = 26;

  private ProvenanceText() {}

  /**
   * The text of a trail.
   *
   * @param trail a trail
   * @return its lines
   */
  public static String of(Trail trail) {
    TextPage page = head("trail of", trail.kind(), trail.subjectId(), trail.runId().value());
    page.line(0, upTo(trail.position(), trail.tick()));
    gaps(page, trail.gaps());
    for (TrailCommit commit : trail.commits()) {
      page.line(0, "");
      page.line(0, "position " + commit.position() + arrived(commit.committedAt()));
      List<FieldChange> left = new ArrayList<>(commit.changes());
      for (RowTrace row : commit.rows()) {
        row(page, 2, row);
        List<FieldChange> own = left.stream().filter(c -> isFrom(c, row)).toList();
        own.forEach(change -> change(page, 6, change));
        left.removeAll(own);
      }
      Map<String, List<FieldChange>> others = new LinkedHashMap<>();
      left.forEach(c -> others.computeIfAbsent(elsewhere(c), k -> new ArrayList<>()).add(c));
      others.forEach(
          (where, changes) -> {
            page.line(2, where);
            changes.forEach(change -> change(page, 6, change));
          });
    }
    return page.toString();
  }

  /**
   * The text of an explanation.
   *
   * @param explanation an explanation
   * @return its lines
   */
  public static String of(Explanation explanation) {
    TextPage page =
        head(
            explanation.field() + " of",
            explanation.kind(),
            explanation.subjectId(),
            explanation.runId().value());
    page.line(0, upTo(explanation.position(), explanation.tick()));
    gaps(page, explanation.gaps());
    page.line(2, "value     " + value(explanation.value()));
    explanation
        .group()
        .ifPresent(
            group ->
                page.line(
                    2,
                    "group     "
                        + group
                        + explanation
                            .sourceUsed()
                            .map(s -> ", from " + s.name().toLowerCase(Locale.ROOT))
                            .orElse("")));
    explanation.rule().ifPresent(rule -> page.line(2, "rule      " + rule));
    for (ExplainedRow row : explanation.rows()) {
      row(page, 2, row.row());
      page.cut(6, padded(row.field(), FIELD) + " " + value(row.value()));
    }
    explanation.stage().ifPresent(stage -> stage(page, stage));
    explanation.evidence().forEach(use -> evidence(page, use));
    return page.toString();
  }

  /**
   * The text of a history.
   *
   * @param history a history
   * @return its lines
   */
  public static String of(FieldHistory history) {
    TextPage page =
        head(
            "history of " + history.field() + " of",
            history.kind(),
            history.subjectId(),
            history.runId().value());
    page.line(0, upTo(history.position(), history.tick()));
    gaps(page, history.gaps());
    for (HistoryValue value : history.values()) {
      page.cut(2, "position " + padded(value.position() + "", 8) + " " + value(value.value()));
      value.row().ifPresent(row -> row(page, 6, row));
    }
    return page.toString();
  }

  private static TextPage head(String what, SubjectKind kind, String id, String run) {
    return new TextPage()
        .line(
            0,
            what + " " + kind.name().toLowerCase(Locale.ROOT) + " " + id + ", run '" + run + "'");
  }

  private static String upTo(long position, Optional<Instant> tick) {
    return "as of position " + position + tick.map(t -> ", until tick " + t).orElse("");
  }

  private static String arrived(Optional<Instant> at) {
    return at.map(time -> ", committed at " + time).orElse("");
  }

  private static void gaps(TextPage page, List<LogGap> gaps) {
    for (LogGap gap : gaps) {
      String where =
          gap.firstPosition() == gap.lastPosition()
              ? "position " + gap.firstPosition()
              : "positions " + gap.firstPosition() + " to " + gap.lastPosition();
      page.line(0, "NOT READ  " + gap.log() + ", " + where + ": " + gap.message());
    }
  }

  private static void row(TextPage page, int indent, RowTrace row) {
    page.line(
        indent,
        row.log()
            + " row "
            + row.row()
            + ", version "
            + row.version()
            + (row.isRetraction() ? ", taken back" : ""));
    page.line(
        indent + 2,
        "tick "
            + row.tick()
            + ", position "
            + row.position()
            + ", by "
            + row.writtenBy()
            + row.actor().map(actor -> ", actor " + actor).orElse("")
            + models(row.modelVersions()));
  }

  private static String models(Map<String, String> versions) {
    return versions.isEmpty() ? "" : ", " + String.join(", ", versions.values());
  }

  private static boolean isFrom(FieldChange change, RowTrace row) {
    return change.row().filter(ref -> is(ref, row)).isPresent();
  }

  /** A row that is not about the subject, such as that of its store, or several rows. */
  private static String elsewhere(FieldChange change) {
    return change
        .row()
        .map(ref -> "from " + ref.log() + " row " + ref.row())
        .orElse("computed from several rows");
  }

  private static boolean is(RowRef ref, RowTrace row) {
    return ref.log().equals(row.log()) && ref.row() == row.row();
  }

  private static void change(TextPage page, int indent, FieldChange change) {
    page.cut(
        indent,
        padded(change.field(), FIELD)
            + " "
            + padded(cutTo(value(change.before()), VALUE), VALUE)
            + " -> "
            + value(change.after()));
  }

  private static void stage(TextPage page, StageTrace stage) {
    page.line(
        2,
        "stage     "
            + stage.stage()
            + ", "
            + stage.outcome().name().toLowerCase(Locale.ROOT)
            + ", "
            + stage.row().log()
            + " row "
            + stage.row().row());
    stage.modelVersions().forEach((role, model) -> page.line(4, "model   " + role + " " + model));
    page.line(4, "config  " + stage.configId());
    stage
        .inputDigests()
        .forEach((source, digest) -> page.line(4, "input   " + source + " " + digest));
  }

  private static void evidence(TextPage page, ContextUse use) {
    page.line(
        2,
        "evidence  "
            + use.kind()
            + " "
            + use.ref()
            + use.row().map(row -> ", " + row.log() + " row " + row.row()).orElse(""));
    use.contentHash().ifPresent(hash -> page.line(4, "content " + hash));
  }
}
