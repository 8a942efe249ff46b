package org.minorityreport.api.review;

import java.util.Collection;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.Evidence;

/**
 * One command for each action of spec 7.2, with what it cannot do without. The rest is said on the
 * builder:
 *
 * <pre>{@code
 * Commands.edit(report.reportId().value())
 *     .basedOn(view.refreshSeq())
 *     .cause("Competitor stock-out")
 *     .causeCategory("competitor_action")
 *     .build()
 * }</pre>
 */
public final class Commands {
  private Commands() {}

  /**
   * The proposed cause is right.
   *
   * @param target the report or event
   * @return a builder of the command
   */
  public static ReviewCommand.Builder approve(String target) {
    return of(EditAction.APPROVE, target);
  }

  /**
   * Another cause, category, confidence or window; say which on the builder.
   *
   * @param target the report or event
   * @return a builder of the command
   */
  public static ReviewCommand.Builder edit(String target) {
    return of(EditAction.EDIT, target);
  }

  /**
   * The proposed cause is wrong, the anomaly is real; say a note or a context event on the builder.
   *
   * @param target the report or event
   * @return a builder of the command
   */
  public static ReviewCommand.Builder reject(String target) {
    return of(EditAction.REJECT, target);
  }

  /**
   * Nothing happened here.
   *
   * @param target the report or event
   * @param reason noise, normal_trading or duplicate
   * @return a builder of the command
   */
  public static ReviewCommand.Builder dismiss(String target, String reason) {
    ReviewCommand.Builder command = of(EditAction.DISMISS, target);
    command.reason(reason);
    return command;
  }

  /**
   * A decision that a later look questions is kept.
   *
   * @param target the report or event
   * @return a builder of the command
   */
  public static ReviewCommand.Builder confirm(String target) {
    return of(EditAction.CONFIRM, target);
  }

  /**
   * One of the conflicting decisions holds: refer to it on the builder, or give another cause.
   *
   * @param target the report or event
   * @return a builder of the command
   */
  public static ReviewCommand.Builder adjudicate(String target) {
    return of(EditAction.ADJUDICATE, target);
  }

  /**
   * A second person agrees with a decision.
   *
   * @param target the report or event
   * @return a builder of the command
   */
  public static ReviewCommand.Builder countersign(String target) {
    return of(EditAction.COUNTERSIGN, target);
  }

  /**
   * A decision is taken back to be made again (spec 7.4); say mode and reason on the builder.
   *
   * @param target the report or event
   * @param note why, at least 50 characters
   * @return a builder of the command
   */
  public static ReviewCommand.Builder reopen(String target, String note) {
    ReviewCommand.Builder command = of(EditAction.REOPEN, target);
    command.note(note);
    return command;
  }

  /**
   * Put away until a new proposal differs.
   *
   * @param target the report or event
   * @return a builder of the command
   */
  public static ReviewCommand.Builder archive(String target) {
    return of(EditAction.ARCHIVE, target);
  }

  /**
   * Not now; say a date on the builder, else until something that matters changes.
   *
   * @param target the report or event
   * @return a builder of the command
   */
  public static ReviewCommand.Builder defer(String target) {
    return of(EditAction.DEFER, target);
  }

  /**
   * More urgent than others.
   *
   * @param target the report or event
   * @return a builder of the command
   */
  public static ReviewCommand.Builder escalate(String target) {
    return of(EditAction.ESCALATE, target);
  }

  /**
   * An act of one's own, or an automatic one, is taken back.
   *
   * @param target the report or event
   * @param act the act
   * @return a builder of the command
   */
  public static ReviewCommand.Builder revert(String target, AnnotationId act) {
    ReviewCommand.Builder command = of(EditAction.REVERT, target);
    command.refersTo(act);
    return command;
  }

  /**
   * Somebody is asked a question.
   *
   * @param target the report or event
   * @param whom a role, team or person
   * @param question the question
   * @return a builder of the command
   */
  public static ReviewCommand.Builder requestReview(String target, String whom, String question) {
    ReviewCommand.Builder command = of(EditAction.REQUEST_REVIEW, target);
    command.assignee(whom).note(question);
    return command;
  }

  /**
   * The newest question that waits is answered, or the one that the builder refers to.
   *
   * @param target the report or event
   * @param text the answer
   * @return a builder of the command
   */
  public static ReviewCommand.Builder answer(String target, String text) {
    ReviewCommand.Builder command = of(EditAction.ANSWER, target);
    command.note(text);
    return command;
  }

  /**
   * To be done by somebody.
   *
   * @param target the report or event
   * @param whom an actor id
   * @return a builder of the command
   */
  public static ReviewCommand.Builder assign(String target, String whom) {
    ReviewCommand.Builder command = of(EditAction.ASSIGN, target);
    command.assignee(whom);
    return command;
  }

  /**
   * Something that speaks for or against a cause.
   *
   * @param target the report or event
   * @param evidence what it is
   * @return a builder of the command
   */
  public static ReviewCommand.Builder addEvidence(String target, Evidence evidence) {
    ReviewCommand.Builder command = of(EditAction.ADD_EVIDENCE, target);
    command.addEvidence(evidence);
    return command;
  }

  /**
   * A remark.
   *
   * @param target the report or event
   * @param text the remark
   * @return a builder of the command
   */
  public static ReviewCommand.Builder comment(String target, String text) {
    ReviewCommand.Builder command = of(EditAction.COMMENT, target);
    command.note(text);
    return command;
  }

  /**
   * A report belongs to another event.
   *
   * @param target the report
   * @param event id of that event, or the word new for one of its own
   * @return a builder of the command
   */
  public static ReviewCommand.Builder move(String target, String event) {
    ReviewCommand.Builder command = of(EditAction.MOVE, target);
    command.reportGroupId(event);
    return command;
  }

  /**
   * Several reports of an event belong to one new event.
   *
   * @param target the event
   * @param reports those that go, in any order
   * @return a builder of the command
   */
  public static ReviewCommand.Builder split(String target, Collection<ReportId> reports) {
    ReviewCommand.Builder command = of(EditAction.SPLIT, target);
    command.addAllReportIds(reports);
    return command;
  }

  /**
   * An event goes into another.
   *
   * @param target the event that goes
   * @param into id of the event that stays
   * @return a builder of the command
   */
  public static ReviewCommand.Builder merge(String target, String into) {
    ReviewCommand.Builder command = of(EditAction.MERGE, target);
    command.reportGroupId(into);
    return command;
  }

  private static ReviewCommand.Builder of(EditAction action, String target) {
    ReviewCommand.Builder command = ReviewCommand.builder();
    command.action(action).targetId(target);
    return command;
  }
}
