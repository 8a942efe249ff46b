package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.value.Cut;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A row of user_edits_log or user_minority_events_edits_log: what a person did about a report or an
 * event. Immutable.
 */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableUserEdit.class)
@JsonPropertyOrder({
  "run_id",
  "written_at",
  "version",
  "annotation_id",
  "target_id",
  "action",
  "actor",
  "role",
  "based_on",
  "cause",
  "cause_category",
  "confidence",
  "window_start",
  "window_end",
  "report_group_id",
  "report_ids",
  "evidence",
  "note",
  "reason",
  "assignee",
  "priority",
  "defer_until",
  "refers_to",
  "linked_context_ids",
  "reopen_mode",
  "attributed_sales_total",
  "baseline_sales_total",
  "impact_estimate",
  "members",
  "flags"
})
public interface UserEdit extends LogRecord {
  /** {@return the act; its row is the only one with this id} */
  AnnotationId annotationId();

  /** {@return the report or event it is about} */
  String targetId();

  /** {@return what was done: a word of {@link EditAction}, or of a newer library} */
  String action();

  /** {@return who did it} */
  String actor();

  /** {@return the role that allowed it: a word of {@link Role}, or of a newer library} */
  String role();

  /** {@return what the person was looking at} */
  Cut basedOn();

  /** {@return the cause} */
  Optional<String> cause();

  /** {@return its category} */
  Optional<String> causeCategory();

  /** {@return how sure the person is, 0 to 1} */
  OptionalDouble confidence();

  /** {@return start of the window as edited} */
  Optional<Instant> windowStart();

  /** {@return end of the window as edited} */
  Optional<Instant> windowEnd();

  /** {@return of move and merge: the event to go to, or the word new} */
  Optional<String> reportGroupId();

  /** {@return of split: the reports that go, sorted} */
  List<ReportId> reportIds();

  /** {@return what speaks for the cause} */
  List<Evidence> evidence();

  /** {@return what the person wrote} */
  Optional<String> note();

  /** {@return why, as a code of the action} */
  Optional<String> reason();

  /** {@return of assign: who is to do it; of request_review: who is asked} */
  Optional<String> assignee();

  /** {@return how urgent it is} */
  Optional<String> priority();

  /** {@return of defer: until when} */
  Optional<Instant> deferUntil();

  /** {@return of answer, revert, countersign, adjudicate: the act it is about} */
  Optional<AnnotationId> refersTo();

  /** {@return context events that it names} */
  List<String> linkedContextIds();

  /** {@return of reopen: a word of {@link ReopenMode}, or of a newer library} */
  Optional<String> reopenMode();

  /** {@return of an edited window: units sold in it} */
  Optional<BigDecimal> attributedSalesTotal();

  /** {@return of an edited window: units expected in it} */
  Optional<BigDecimal> baselineSalesTotal();

  /** {@return of an edited window: money above (+) or below (-) the baseline} */
  Optional<BigDecimal> impactEstimate();

  /** {@return of an edited window: one per series, by SKU} */
  List<ReportMember> members();

  /** {@return codes, sorted} */
  List<String> flags();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default UserEdit check() {
    Rules.name("target_id", targetId());
    Rules.name("action", action());
    Rules.name("actor", actor());
    Rules.name("role", role());
    Rules.share("confidence", confidence());
    Rules.ascending("report_ids", reportIds());
    Rules.ascending("flags", flags());
    windowStart()
        .ifPresent(
            start ->
                windowEnd()
                    .ifPresent(
                        end ->
                            Rules.check(
                                end.isAfter(start),
                                "window_end",
                                end,
                                "after window_start (" + start + ")")));
    attributedSalesTotal().ifPresent(v -> Rules.units("attributed_sales_total", v));
    baselineSalesTotal().ifPresent(v -> Rules.units("baseline_sales_total", v));
    impactEstimate().ifPresent(v -> Rules.money("impact_estimate", v));
    return Num.isRounded(confidence())
        ? this
        : builder().from(this).confidence(Num.round(confidence())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link UserEdit}; one thread at a time. */
  final class Builder extends ImmutableUserEdit.Builder {
    Builder() {}
  }
}
