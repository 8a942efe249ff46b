package org.minorityreport.core.role;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.review.ActRefusedException;
import org.minorityreport.api.review.Actor;
import org.minorityreport.api.review.Refusal;
import org.minorityreport.api.review.ReviewCommand;

/** Who may do what (spec 7.1). */
public final class Rights {
  /** The name under which policies act; no person may take it. */
  private static final String SYSTEM = "system";

  private Rights() {}

  /**
   * Whether a role may do something about a report or event.
   *
   * @param role the role
   * @param action what
   * @param window whether a window is edited too
   * @return whether it may
   */
  public static boolean may(Role role, EditAction action, boolean window) {
    return switch (role) {
      case VIEWER, SYSTEM -> false;
      case MARKETER -> !window && isOfMarketers(action);
      case DATA_SCIENTIST, ADMIN -> true;
    };
  }

  private static boolean isOfMarketers(EditAction action) {
    return switch (action) {
      case APPROVE,
          EDIT,
          REJECT,
          DISMISS,
          CONFIRM,
          COUNTERSIGN,
          REOPEN,
          REVERT,
          REQUEST_REVIEW,
          DEFER,
          ARCHIVE,
          ASSIGN,
          ESCALATE,
          ADD_EVIDENCE,
          COMMENT ->
          true;
      case ADJUDICATE, MOVE, SPLIT, MERGE, ANSWER -> false;
    };
  }

  /**
   * The role that allows a command: the least of the actor's that may.
   *
   * @param actor who
   * @param command what
   * @return the role
   * @throws ActRefusedException if none may
   */
  public static Role least(Actor actor, ReviewCommand command) {
    boolean window = command.windowStart().isPresent() || command.windowEnd().isPresent();
    String what = command.action().wireName() + (window ? " with a window" : "");
    return least(
        actor,
        what,
        Stream.of(Role.values())
            .filter(role -> may(role, command.action(), window))
            .sorted()
            .toList());
  }

  /**
   * The role that allows to say something of a context event: the least of the actor's.
   *
   * @param actor who
   * @param what what they do, a verb
   * @return the role
   * @throws ActRefusedException if none may
   */
  public static Role ofContext(Actor actor, String what) {
    return least(
        actor, what + " a context event", List.of(Role.MARKETER, Role.DATA_SCIENTIST, Role.ADMIN));
  }

  /**
   * The role that allows to ask for a round of re-review.
   *
   * @param actor who
   * @return the role
   * @throws ActRefusedException if none may
   */
  public static Role ofRereview(Actor actor) {
    return least(actor, "queue re-review", List.of(Role.DATA_SCIENTIST, Role.ADMIN));
  }

  /**
   * The role that allows what only administrators may.
   *
   * @param actor who
   * @param what what they do, in words that follow "may not"
   * @return the role
   * @throws ActRefusedException if the actor is no administrator
   */
  public static Role ofAdmin(Actor actor, String what) {
    return least(actor, what, List.of(Role.ADMIN));
  }

  private static Role least(Actor actor, String what, List<Role> allowed) {
    if (actor.id().equals(SYSTEM)) {
      throw ActRefusedException.of(
          Refusal.NOT_ALLOWED,
          "'system' is the name under which policies act: nobody may "
              + what
              + " under it; act as a person");
    }
    return actor.roles().stream()
        .filter(allowed::contains)
        .findFirst()
        .orElseThrow(
            () ->
                ActRefusedException.of(
                    Refusal.NOT_ALLOWED,
                    "'"
                        + actor.id()
                        + "' ("
                        + (actor.roles().isEmpty() ? "without a role" : words(actor.roles()))
                        + ") may not "
                        + what
                        + "; needed: "
                        + words(allowed)));
  }

  private static String words(Iterable<Role> roles) {
    List<String> words = new ArrayList<>();
    roles.forEach(role -> words.add(role.wireName()));
    return String.join(" or ", words);
  }
}
