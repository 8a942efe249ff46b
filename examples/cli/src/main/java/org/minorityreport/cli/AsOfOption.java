package org.minorityreport.cli;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import picocli.CommandLine.Option;

/** A past state. */
final class AsOfOption {
  @Option(
      names = "--as-of",
      paramLabel = "POSITION|TAG|TICK",
      description = "A past state: a commit position, a tag, or the last tick to count.")
  private @Nullable String moment;

  AsOf asOf() {
    return moment == null ? AsOf.now() : parse(moment);
  }

  static AsOf parse(String text) {
    if (text.matches("\\d{1,18}")) {
      return AsOf.atPosition(CommitPosition.of(Long.parseLong(text)));
    }
    if (text.matches("\\d{4}-\\d\\d-\\d\\dT.*")) {
      try {
        return AsOf.now().untilTick(Instant.parse(text));
      } catch (java.time.format.DateTimeParseException e) {
        throw new UsageException("'" + text + "' is no time such as 2025-08-07T16:00:00Z", e);
      }
    }
    return AsOf.atTag(text);
  }
}
