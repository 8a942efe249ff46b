package org.minorityreport.cli;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.review.ReviewCommand;
import picocli.CommandLine.Option;

/** What an act may say; each action takes some of it. */
final class ActOptions {
  /** The options that are fields of an act. */
  static final Set<String> FIELDS =
      Set.of(
          "--cause",
          "--category",
          "--confidence",
          "--window-start",
          "--window-end",
          "--event",
          "--report",
          "--evidence",
          "--note",
          "--reason",
          "--assignee",
          "--priority",
          "--until",
          "--act",
          "--context",
          "--mode");

  @Option(names = "--cause", paramLabel = "TEXT", description = "What it was.")
  private @Nullable String cause;

  @Option(names = "--category", paramLabel = "WORD", description = "A word of the taxonomy.")
  private @Nullable String category;

  @Option(names = "--confidence", paramLabel = "X", description = "From 0 to 1.")
  private @Nullable Double confidence;

  @Option(names = "--window-start", paramLabel = "TIME", description = "First step of the window.")
  private @Nullable Instant windowStart;

  @Option(names = "--window-end", paramLabel = "TIME", description = "End of the window.")
  private @Nullable Instant windowEnd;

  @Option(names = "--event", paramLabel = "ID", description = "The event to go to, or new.")
  private @Nullable String event;

  @Option(names = "--report", paramLabel = "ID", description = "A report; may be repeated.")
  private List<String> reports = List.of();

  @Option(
      names = "--evidence",
      paramLabel = "KIND=REF",
      description = "campaign, context_event, cluster, narrative or human, and an id or address.")
  private Map<String, String> evidence = new TreeMap<>();

  @Option(names = "--note", paramLabel = "TEXT", description = "In words.")
  private @Nullable String note;

  @Option(names = "--reason", paramLabel = "WORD", description = "Why, in a word.")
  private @Nullable String reason;

  @Option(names = "--assignee", paramLabel = "WHOM", description = "A person, role or team.")
  private @Nullable String assignee;

  @Option(names = "--priority", paramLabel = "WORD", description = "How urgent.")
  private @Nullable String priority;

  @Option(names = "--until", paramLabel = "TIME", description = "Until then.")
  private @Nullable Instant until;

  @Option(names = "--act", paramLabel = "ID", description = "The act that is meant, AN-...")
  private @Nullable String act;

  @Option(names = "--context", paramLabel = "ID", description = "A context event, CX-...")
  private List<String> contexts = List.of();

  @Option(names = "--mode", paramLabel = "WORD", description = "manual or reprocess.")
  private @Nullable String mode;

  @Option(
      names = "--based-on",
      paramLabel = "POSITION",
      description = "The state that the person looked at; that of now unless said.")
  private @Nullable Long basedOn;

  @Option(names = "--insist", description = "Also if it has changed since.")
  private boolean insist;

  ReviewCommand command(EditAction action, String target) {
    ReviewCommand.Builder command = ReviewCommand.builder();
    command.action(action).targetId(target).insist(insist);
    command.basedOn(Optional.ofNullable(basedOn).map(CommitPosition::of));
    command.cause(Optional.ofNullable(cause)).causeCategory(Optional.ofNullable(category));
    command.confidence(confidence == null ? OptionalDouble.empty() : OptionalDouble.of(confidence));
    command.windowStart(Optional.ofNullable(windowStart));
    command.windowEnd(Optional.ofNullable(windowEnd));
    command.reportGroupId(Optional.ofNullable(event));
    command.reportIds(reports.stream().map(ReportId::of).toList());
    evidence.forEach((kind, ref) -> command.addEvidence(evidence(kind, ref)));
    command.note(Optional.ofNullable(note)).reason(Optional.ofNullable(reason));
    command.assignee(Optional.ofNullable(assignee)).priority(Optional.ofNullable(priority));
    command.deferUntil(Optional.ofNullable(until));
    command.refersTo(Optional.ofNullable(act).map(AnnotationId::of));
    command.linkedContextIds(contexts).reopenMode(Optional.ofNullable(mode));
    return command.build();
  }

  private static Evidence evidence(String kind, String ref) {
    try {
      return Evidence.builder()
          .kind(EvidenceKind.valueOf(kind.toUpperCase(Locale.ROOT)))
          .ref(ref)
          .weight(1)
          .build();
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "'"
              + kind
              + "' is no kind of evidence; there are campaign, context_event, cluster, narrative,"
              + " human",
          e);
    }
  }
}
