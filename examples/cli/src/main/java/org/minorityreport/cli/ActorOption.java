package org.minorityreport.cli;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.review.Actor;
import org.minorityreport.core.Mrs;
import picocli.CommandLine.Option;

/** Who acts, and when. Whoever runs the command says so: it is the host that authenticates. */
final class ActorOption {
  @Option(
      names = "--actor",
      paramLabel = "ID",
      required = true,
      defaultValue = "${env:MRS_ACTOR}",
      description = "Who acts; else MRS_ACTOR of the environment.")
  private String actor = "";

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      split = ",",
      required = true,
      defaultValue = "${env:MRS_ROLE}",
      description = "viewer, marketer, data_scientist or admin; else MRS_ROLE.")
  private List<String> roles = List.of();

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "When, if it is brought in from elsewhere; now unless said.")
  private @Nullable Instant at;

  Actor actor() {
    return Actor.of(actor, roles.stream().map(ActorOption::role).toArray(Role[]::new));
  }

  InstantSource clock() {
    return at == null ? InstantSource.system() : InstantSource.fixed(at);
  }

  Consumer<Mrs.Builder> timed() {
    return builder -> builder.clock(clock());
  }

  private static Role role(String word) {
    return Role.of(word)
        .filter(role -> role != Role.SYSTEM)
        .orElseThrow(
            () ->
                new UsageException(
                    "'"
                        + word
                        + "' is no role of a person; there are viewer, marketer, data_scientist,"
                        + " admin"));
  }
}
