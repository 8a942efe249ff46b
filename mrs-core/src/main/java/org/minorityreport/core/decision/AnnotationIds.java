package org.minorityreport.core.decision;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.record.ContextRecorded;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.core.identity.Digests;
import org.minorityreport.core.json.CanonicalJson;

/**
 * Computes the ids of acts (spec 2.1): the first 32 hex digits of the SHA-256 of the canonical JSON
 * of who did what to which target, based on what, with what content. Content is what the actor
 * gave, in the order of the row's fields; what is absent or empty is left out.
 */
public final class AnnotationIds {
  /** What stands in a row until its id is known. */
  public static final AnnotationId NONE = AnnotationId.of("AN-" + "0".repeat(32));

  private static final int DIGITS = 32;

  /** What is in the id already, or is no content because the service said it. */
  private static final Set<String> NO_CONTENT =
      Set.of(
          "run_id",
          "written_at",
          "version",
          "annotation_id",
          "target_id",
          "action",
          "actor",
          "role",
          "based_on",
          "acted_at",
          "context_id",
          "flags",
          "attributed_sales_total",
          "baseline_sales_total",
          "impact_estimate",
          "members");

  private AnnotationIds() {}

  /**
   * The id of an act on a report or event.
   *
   * @param row the act; its own id, version, time, role and flags do not matter, nor what the
   *     service computed
   * @return the id
   */
  public static AnnotationId of(UserEdit row) {
    return id(
        row,
        row.actor(),
        row.action(),
        Optional.of(row.targetId()),
        row.basedOn(),
        CanonicalJson.fields(CanonicalJson.bytes(row)));
  }

  /**
   * The id of an act on a context event.
   *
   * @param row the act; its own id, version, times and role do not matter, nor does the id of the
   *     context event but as target
   * @return the id
   */
  public static AnnotationId of(ContextRecorded row) {
    Map<String, Object> said =
        row.contextEvent()
            .map(event -> CanonicalJson.fields(CanonicalJson.bytes(event)))
            .orElseGet(Map::of);
    return id(row, row.actor(), row.action(), row.targetId(), row.basedOn(), said);
  }

  private static AnnotationId id(
      LogRecord row,
      String actor,
      String action,
      Optional<String> target,
      Object basedOn,
      Map<String, Object> said) {
    Map<String, Object> content = new LinkedHashMap<>();
    said.forEach(
        (field, value) -> {
          if (!NO_CONTENT.contains(field) && !isEmpty(value)) {
            content.put(field, value);
          }
        });
    Map<String, Object> act = new LinkedHashMap<>();
    act.put("run_id", row.runId().value());
    act.put("actor", actor);
    act.put("action", action);
    target.ifPresent(id -> act.put("target_id", id));
    act.put("based_on", basedOn);
    act.put("content", content);
    String digest = Digests.sha256Hex(CanonicalJson.object(act));
    return AnnotationId.of("AN-" + digest.substring(0, DIGITS));
  }

  private static boolean isEmpty(Object value) {
    return (value instanceof Collection<?> list && list.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty());
  }
}
