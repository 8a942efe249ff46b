package org.minorityreport.core.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.html.HtmlEscapers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.provenance.FieldChange;
import org.minorityreport.api.provenance.RowTrace;
import org.minorityreport.api.provenance.Trail;
import org.minorityreport.api.provenance.TrailCommit;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.text.TextPage;

/**
 * All that the logs hold about one report or event, to be handed to an auditor who has no access to
 * them: its trail, each row of it in full, and what it looks like at the end. Immutable.
 */
public final class AuditExport {
  private static final String STYLE =
      "body{font-family:sans-serif;max-width:70em;margin:2em auto}"
          + "table{border-collapse:collapse;width:100%}"
          + "td,th{border:1px solid #bbb;padding:.2em .5em;text-align:left;vertical-align:top}"
          + "pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f4f4f4;padding:.5em}";

  private final Trail trail;
  private final Map<String, Object> shown;
  private final Map<RowTrace, String> rows;

  private AuditExport(Trail trail, Map<String, Object> shown, Map<RowTrace, String> rows) {
    this.trail = trail;
    this.shown = shown;
    this.rows = rows;
  }

  /**
   * The export of a trail.
   *
   * @param store the logs
   * @param trail the trail
   * @param shown the hydrated report or event at the end of the trail; empty if none is shown
   */
  static AuditExport of(LogStore store, Trail trail, Optional<?> shown) {
    Map<RowTrace, String> rows = new LinkedHashMap<>();
    for (TrailCommit commit : trail.commits()) {
      for (RowTrace row : commit.rows()) {
        store.read(
            Logs.byWireName(row.log()),
            trail.runId(),
            CommitPosition.of(commit.position() - 1),
            CommitPosition.of(commit.position()),
            stored -> {
              if (stored.rowNumber() == row.row()) {
                rows.put(row, text(stored));
              }
            });
      }
    }
    Map<String, Object> fields =
        shown.map(value -> CanonicalJson.fields(CanonicalJson.bytes(value))).orElseGet(Map::of);
    return new AuditExport(trail, fields, rows);
  }

  private static String text(StoredRow row) {
    return new String(row.json(), UTF_8);
  }

  /** {@return {@code trail}, {@code rows} in its order, and {@code shown}, as one JSON object} */
  public String json() {
    List<Object> full = new ArrayList<>();
    rows.forEach(
        (row, json) -> {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("log", row.log());
          one.put("row", row.row());
          one.put("position", row.position());
          one.put("content", CanonicalJson.fields(json.getBytes(UTF_8)));
          full.add(one);
        });
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("trail", CanonicalJson.fields(CanonicalJson.bytes(trail)));
    all.put("rows", full);
    all.put("shown", shown);
    return new String(CanonicalJson.object(all), UTF_8);
  }

  /** {@return the same as a page that needs nothing beside itself: no script, no address} */
  public String html() {
    StringBuilder page = new StringBuilder(1 << 14);
    String title = trail.subjectId() + " of run " + trail.runId();
    page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>");
    page.append(safe(title)).append("</title><style>").append(STYLE).append("</style></head>\n");
    page.append("<body><h1>").append(safe(title)).append("</h1>\n<p>Up to position ");
    page.append(trail.position()).append(".</p>\n");
    trail
        .gaps()
        .forEach(gap -> page.append("<p>Missing: ").append(safe(gap.toString())).append("</p>\n"));
    page.append("<h2>As it stands</h2>\n<table>\n");
    shown.forEach((field, value) -> cells(page, "td", field, TextPage.value(Optional.of(value))));
    page.append("</table>\n<h2>How it came about</h2>\n");
    trail.commits().forEach(commit -> commit(page, commit));
    return page.append("</body></html>\n").toString();
  }

  private void commit(StringBuilder page, TrailCommit commit) {
    page.append("<h3>Position ").append(commit.position());
    commit.committedAt().ifPresent(at -> page.append(", ").append(at));
    page.append("</h3>\n");
    for (RowTrace row : commit.rows()) {
      String who = row.actor().map(actor -> ", actor " + actor).orElse("");
      String what = row.log() + " row " + row.row() + ", version " + row.version();
      String models = row.modelVersions().isEmpty() ? "" : ", models " + row.modelVersions();
      page.append("<p>")
          .append(safe(what + ", tick " + row.tick() + ", by " + row.writtenBy() + who + models))
          .append("</p>\n<pre>")
          .append(safe(rows.getOrDefault(row, "")))
          .append("</pre>\n");
    }
    if (!commit.changes().isEmpty()) {
      page.append("<table>\n");
      cells(page, "th", "field", "before", "after");
      for (FieldChange change : commit.changes()) {
        cells(
            page,
            "td",
            change.field(),
            TextPage.value(change.before()),
            TextPage.value(change.after()));
      }
      page.append("</table>\n");
    }
  }

  private static void cells(StringBuilder page, String cell, String... values) {
    page.append("<tr>");
    for (String value : values) {
      page.append('<').append(cell).append('>').append(safe(value));
      page.append("</").append(cell).append('>');
    }
    page.append("</tr>\n");
  }

  private static String safe(String text) {
    return HtmlEscapers.htmlEscaper().escape(text);
  }
}
