package org.minorityreport.core.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.ReopenMode;
import org.minorityreport.api.review.ActRefusedException;
import org.minorityreport.api.review.Refusal;
import org.minorityreport.api.review.ReviewCommand;
import org.minorityreport.api.value.Rules;

/** What a command must say, and must not, whatever its target is like. */
final class Fields {
  /** How many characters a note about a reopening has at least. */
  static final int MIN_NOTE = 50;

  private static final Set<String> DISMISSALS = Set.of("noise", "normal_trading", "duplicate");
  private static final Set<String> REOPENINGS =
      Set.of("new_evidence", "attribution_error", "additional_context", "regulatory_request");

  /** A field of a command that not every action takes. */
  private enum Field {
    CAUSE(c -> c.cause().isPresent()),
    CAUSE_CATEGORY(c -> c.causeCategory().isPresent()),
    CONFIDENCE(c -> c.confidence().isPresent()),
    WINDOW_START(c -> c.windowStart().isPresent()),
    WINDOW_END(c -> c.windowEnd().isPresent()),
    REPORT_GROUP_ID(c -> c.reportGroupId().isPresent()),
    REPORT_IDS(c -> !c.reportIds().isEmpty()),
    EVIDENCE(c -> !c.evidence().isEmpty()),
    NOTE(c -> c.note().isPresent()),
    REASON(c -> c.reason().isPresent()),
    ASSIGNEE(c -> c.assignee().isPresent()),
    PRIORITY(c -> c.priority().isPresent()),
    DEFER_UNTIL(c -> c.deferUntil().isPresent()),
    REFERS_TO(c -> c.refersTo().isPresent()),
    LINKED_CONTEXT_IDS(c -> !c.linkedContextIds().isEmpty()),
    REOPEN_MODE(c -> c.reopenMode().isPresent());

    private final Predicate<ReviewCommand> given;

    Field(Predicate<ReviewCommand> given) {
      this.given = given;
    }

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Beside note, evidence and linked context events, which every action takes. */
  private static final Map<EditAction, Set<Field>> TAKEN = new EnumMap<>(EditAction.class);

  private static final Map<EditAction, Set<Field>> NEEDED = new EnumMap<>(EditAction.class);

  static {
    takes(
        EditAction.EDIT,
        Field.CAUSE,
        Field.CAUSE_CATEGORY,
        Field.CONFIDENCE,
        Field.WINDOW_START,
        Field.WINDOW_END);
    takes(EditAction.REJECT, Field.REASON);
    takes(EditAction.DISMISS, Field.REASON);
    takes(
        EditAction.ADJUDICATE,
        Field.REFERS_TO,
        Field.CAUSE,
        Field.CAUSE_CATEGORY,
        Field.CONFIDENCE);
    takes(EditAction.COUNTERSIGN, Field.REFERS_TO);
    takes(
        EditAction.REOPEN,
        Field.REASON,
        Field.REOPEN_MODE,
        Field.CAUSE,
        Field.CAUSE_CATEGORY,
        Field.CONFIDENCE);
    takes(EditAction.REVERT, Field.REFERS_TO);
    takes(EditAction.REQUEST_REVIEW, Field.ASSIGNEE, Field.PRIORITY);
    takes(EditAction.DEFER, Field.DEFER_UNTIL);
    takes(EditAction.ASSIGN, Field.ASSIGNEE, Field.PRIORITY);
    takes(EditAction.ESCALATE, Field.PRIORITY);
    takes(EditAction.MOVE, Field.REPORT_GROUP_ID);
    takes(EditAction.SPLIT, Field.REPORT_IDS);
    takes(EditAction.MERGE, Field.REPORT_GROUP_ID);
    takes(EditAction.ANSWER, Field.REFERS_TO);
    NEEDED.put(EditAction.DISMISS, Set.of(Field.REASON));
    NEEDED.put(EditAction.COUNTERSIGN, Set.of(Field.REFERS_TO));
    NEEDED.put(EditAction.REOPEN, Set.of(Field.REASON, Field.REOPEN_MODE, Field.NOTE));
    NEEDED.put(EditAction.REVERT, Set.of(Field.REFERS_TO));
    NEEDED.put(EditAction.REQUEST_REVIEW, Set.of(Field.ASSIGNEE, Field.NOTE));
    NEEDED.put(EditAction.ASSIGN, Set.of(Field.ASSIGNEE));
    NEEDED.put(EditAction.ADD_EVIDENCE, Set.of(Field.EVIDENCE));
    NEEDED.put(EditAction.COMMENT, Set.of(Field.NOTE));
    NEEDED.put(EditAction.MOVE, Set.of(Field.REPORT_GROUP_ID));
    NEEDED.put(EditAction.SPLIT, Set.of(Field.REPORT_IDS));
    NEEDED.put(EditAction.MERGE, Set.of(Field.REPORT_GROUP_ID));
    NEEDED.put(EditAction.ANSWER, Set.of(Field.NOTE));
  }

  private Fields() {}

  private static void takes(EditAction action, Field... fields) {
    TAKEN.put(action, Set.of(fields));
  }

  /**
   * Checks what a command says.
   *
   * @throws ActRefusedException if it says too much, too little, or what cannot be
   * @throws org.minorityreport.api.error.InvalidValueException if a text is no name
   */
  static void check(ReviewCommand command) {
    taken(command);
    needed(command);
    texts(command);
    if (command.confidence().isPresent()) {
      double confidence = command.confidence().getAsDouble();
      refuseUnless(
          confidence >= 0 && confidence <= 1,
          Refusal.CONFIDENCE_OUT_OF_RANGE,
          "confidence is " + confidence + "; give a number from 0 to 1");
    }
    switch (command.action()) {
      case EDIT -> edit(command);
      case DISMISS -> reason(command, DISMISSALS);
      case REJECT ->
          refuseUnless(
              command.note().isPresent() || !command.linkedContextIds().isEmpty(),
              Refusal.REASON_NEEDED,
              "a rejection needs a written reason (note) or a context event (linked_context_ids)");
      case ADJUDICATE ->
          refuseUnless(
              command.refersTo().isPresent() != command.cause().isPresent(),
              Refusal.FIELD_NEEDED,
              "adjudicate needs either refers_to, the decision that holds, or cause, another one");
      case REOPEN -> reopen(command);
      default -> {
        // nothing more
      }
    }
  }

  private static void taken(ReviewCommand command) {
    Set<Field> taken = TAKEN.getOrDefault(command.action(), Set.of());
    for (Field field : Field.values()) {
      boolean always =
          field == Field.NOTE || field == Field.EVIDENCE || field == Field.LINKED_CONTEXT_IDS;
      refuseUnless(
          always || taken.contains(field) || !field.given.test(command),
          Refusal.FIELD_NOT_TAKEN,
          command.action().wireName()
              + " takes no "
              + field.wireName()
              + (command.action() == EditAction.APPROVE
                  ? "; edit says another cause, category, confidence or window"
                  : ""));
    }
  }

  private static void needed(ReviewCommand command) {
    Set<Field> needed = NEEDED.getOrDefault(command.action(), Set.of());
    for (Field field : Field.values()) {
      refuseUnless(
          !needed.contains(field) || field.given.test(command),
          Refusal.FIELD_NEEDED,
          command.action().wireName() + " needs " + field.wireName());
    }
  }

  private static void texts(ReviewCommand command) {
    command.cause().ifPresent(cause -> Rules.name("cause", cause));
    command.reason().ifPresent(reason -> Rules.name("reason", reason));
    command.assignee().ifPresent(assignee -> Rules.name("assignee", assignee));
    command.priority().ifPresent(priority -> Rules.name("priority", priority));
    boolean blank = command.note().filter(String::isBlank).isPresent();
    refuseUnless(
        !blank || command.action() == EditAction.REOPEN,
        command.action() == EditAction.REJECT ? Refusal.REASON_NEEDED : Refusal.FIELD_NEEDED,
        "note is blank: write something, or leave it out");
    command.evidence().forEach(Fields::reference);
  }

  /** Core opens no address; what a reader may click on is an http one. */
  private static void reference(Evidence evidence) {
    String ref = evidence.ref().toLowerCase(Locale.ROOT);
    boolean address = ref.startsWith("http://") || ref.startsWith("https://");
    boolean other = ref.contains("://") || ref.startsWith("javascript:") || ref.startsWith("data:");
    refuseUnless(
        address ? ref.length() > "https://".length() && !ref.contains(" ") : !other,
        Refusal.BAD_REFERENCE,
        "ref is '"
            + Rules.quoted(evidence.ref())
            + "'; give an id, an http or https address, or the digest of a file that the host"
            + " keeps");
  }

  private static void edit(ReviewCommand command) {
    boolean window = command.windowStart().isPresent() || command.windowEnd().isPresent();
    refuseUnless(
        window
            || command.cause().isPresent()
            || command.causeCategory().isPresent()
            || command.confidence().isPresent(),
        Refusal.FIELD_NEEDED,
        "edit needs cause, cause_category, confidence, or window_start and window_end");
    refuseUnless(
        command.windowStart().isPresent() == command.windowEnd().isPresent(),
        Refusal.WINDOW_INCOMPLETE,
        "an edited window needs both window_start and window_end");
    command
        .windowStart()
        .ifPresent(
            start ->
                refuseUnless(
                    command.windowEnd().orElseThrow().isAfter(start),
                    Refusal.WINDOW_ORDER,
                    "window_end is "
                        + command.windowEnd().orElseThrow()
                        + "; it must be after window_start ("
                        + start
                        + ")"));
  }

  private static void reopen(ReviewCommand command) {
    reason(command, REOPENINGS);
    String note = command.note().map(String::strip).orElse("");
    int length = note.codePointCount(0, note.length());
    refuseUnless(
        length >= MIN_NOTE,
        Refusal.NOTE_TOO_SHORT,
        "the note has " + length + " characters without blanks around; write at least " + MIN_NOTE);
    Optional<ReopenMode> mode = command.reopenMode().flatMap(ReopenMode::of);
    refuseUnless(
        mode.isPresent(),
        Refusal.UNKNOWN_REASON,
        "reopen_mode is '"
            + command.reopenMode().map(Rules::quoted).orElse("")
            + "'; give manual (with the new cause) or reprocess");
    boolean manual = mode.filter(m -> m == ReopenMode.MANUAL).isPresent();
    refuseUnless(
        manual == command.cause().isPresent() && (manual || command.causeCategory().isEmpty()),
        manual ? Refusal.FIELD_NEEDED : Refusal.FIELD_NOT_TAKEN,
        manual
            ? "reopening by hand needs the new cause and its cause_category"
            : "reprocessing finds the cause itself: leave cause and cause_category out");
  }

  private static void reason(ReviewCommand command, Set<String> known) {
    List<String> sorted = new ArrayList<>(known);
    sorted.sort(null);
    refuseUnless(
        command.reason().filter(known::contains).isPresent(),
        Refusal.UNKNOWN_REASON,
        "reason is '"
            + command.reason().map(Rules::quoted).orElse("")
            + "'; give one of "
            + String.join(", ", sorted));
  }

  /** Refuses an act. */
  static void refuseUnless(boolean holds, Refusal refusal, String message) {
    if (!holds) {
      throw ActRefusedException.of(refusal, message);
    }
  }
}
