package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.review.ActRefusedException;
import org.minorityreport.api.review.Actor;
import org.minorityreport.api.review.Refusal;
import org.minorityreport.api.review.ReviewCommand;

/**
 * The table of every action and role, made by trying each: a role that may is refused, if at all,
 * for another reason.
 */
class ReviewRolesTest {
  private static final String TEXT =
      """
      # Who may do what

      Made by `ReviewRolesTest`, which tries every action in every role; do not edit. What is
      refused names the action, the actor and the roles that may, and leaves nothing. Each row names
      the least of the actor's roles that may. `system` approves through policies alone.

      """;

  @Test
  void everyActionInEveryRole_isAllowedOrRefusedAsTheTableSays() {
    try (ReviewedWorld world = new ReviewedWorld()) {
      List<String> lines = new ArrayList<>();
      StringBuilder head = new StringBuilder("| action |");
      StringBuilder rule = new StringBuilder("| --- |");
      for (Role role : Role.values()) {
        head.append(' ').append(role.wireName()).append(" |");
        rule.append(" --- |");
      }
      lines.add(head.toString());
      lines.add(rule.toString());
      for (EditAction action : EditAction.values()) {
        lines.add(line("`" + action.wireName() + "`", role -> may(world, role, action, false)));
        if (action == EditAction.EDIT) {
          lines.add(line("`edit` of a window", role -> may(world, role, action, true)));
        }
      }
      lines.add(line("record, correct, withdraw a context event", role -> mayRecord(world, role)));
      lines.add(
          line(
              "set the money above which decisions need two people",
              role -> mayLimit(world, role)));
      GoldenFile.check(
          GoldenFile.inRepository("../docs/review-roles.md"),
          TEXT + String.join("\n", lines) + "\n");
    }
  }

  private static String line(String action, Predicate<Role> may) {
    StringBuilder line = new StringBuilder("| ").append(action).append(" |");
    for (Role role : Role.values()) {
      line.append(may.test(role) ? " allowed |" : " refused |");
    }
    return line.toString();
  }

  private static boolean may(ReviewedWorld world, Role role, EditAction action, boolean window) {
    ReviewCommand.Builder command = ReviewCommand.builder();
    command.action(action).targetId("MR-" + "0".repeat(32));
    if (window) {
      command.windowStart(world.time()).windowEnd(world.time().plusSeconds(3600));
    }
    return isAllowed(world, role, actor -> world.mrs.review().act(actor, command.build()));
  }

  private static boolean mayRecord(ReviewedWorld world, Role role) {
    return isAllowed(world, role, actor -> world.mrs.review().withdraw(actor, "CX-nothing"))
        && isAllowed(
            world, role, actor -> world.mrs.review().correct(actor, "CX-nothing", event(world)))
        && isAllowed(
            world,
            role,
            actor -> world.mrs.review().record(actor, event(world).category("no such category")));
  }

  private static ContextEvent.Builder event(ReviewedWorld world) {
    ContextEvent.Builder event = ContextEvent.builder();
    event.category("calendar").name("Holiday").start(world.time()).source("test");
    return event;
  }

  private static boolean mayLimit(ReviewedWorld world, Role role) {
    try {
      world.mrs.review().twoPersonsAbove(Actor.of("who", role), Optional.empty());
      return true;
    } catch (ActRefusedException e) {
      assertThat(e.refusal()).isEqualTo(Refusal.NOT_ALLOWED);
      return false;
    }
  }

  private static boolean isAllowed(ReviewedWorld world, Role role, Consumer<Actor> act) {
    CommitPosition head = world.logs.head();
    ActRefusedException refused =
        catchThrowableOfType(ActRefusedException.class, () -> act.accept(Actor.of("who", role)));
    assertThat(refused).as("there is nothing that it could be done to").isNotNull();
    assertThat(world.logs.head()).isEqualTo(head);
    return refused.refusal() != Refusal.NOT_ALLOWED;
  }
}
