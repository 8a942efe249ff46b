package org.minorityreport.core.hydrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.UserEdit;

/**
 * What people did about one report or one event, in the order in which it was committed. An act
 * that a later one reverts does not stand, nor does the reverting row itself do anything further; a
 * revert that is reverted in turn reverts nothing. A revert counts only for acts on the same target
 * that were committed before it. Immutable.
 */
final class Edits {
  static final Edits NONE = new Edits(List.of());

  /** Of a row that tells what a policy on trial would have done: it does nothing. */
  private static final String SHADOW = "shadow";

  private final List<SourcedRow<UserEdit>> all;
  private final List<SourcedRow<UserEdit>> standing;
  private final List<SourcedRow<UserEdit>> reverts;

  private Edits(List<SourcedRow<UserEdit>> all) {
    this.all = all;
    List<SourcedRow<UserEdit>> kept = new ArrayList<>();
    List<SourcedRow<UserEdit>> reverting = new ArrayList<>();
    Set<AnnotationId> reverted = new HashSet<>();
    for (int i = all.size() - 1; i >= 0; i--) {
      UserEdit row = all.get(i).row();
      if (reverted.contains(row.annotationId()) || row.flags().contains(SHADOW)) {
        continue;
      }
      if (is(row, EditAction.REVERT)) {
        row.refersTo().ifPresent(reverted::add);
        reverting.add(all.get(i));
      } else {
        kept.add(all.get(i));
      }
    }
    Collections.reverse(kept);
    Collections.reverse(reverting);
    this.standing = List.copyOf(kept);
    this.reverts = List.copyOf(reverting);
  }

  /**
   * The acts about one target.
   *
   * @param rows rows of one edit log about it that are not retracted, in any order
   */
  static Edits of(Collection<SourcedRow<UserEdit>> rows) {
    return rows.isEmpty()
        ? NONE
        : new Edits(
            rows.stream()
                .sorted(Comparator.comparing(SourcedRow::place, RowPlace.BY_COMMIT))
                .toList());
  }

  /** {@return whether an act is one of some; an act of a newer library is none of them} */
  static boolean is(UserEdit row, EditAction... actions) {
    return EditAction.of(row.action()).filter(Arrays.asList(actions)::contains).isPresent();
  }

  /** {@return the acts that stand, in the order of their commits, without reverts} */
  List<SourcedRow<UserEdit>> standing() {
    return standing;
  }

  /** {@return the last committed act of some kind that stands} */
  Optional<SourcedRow<UserEdit>> latest(Predicate<UserEdit> wanted) {
    for (int i = standing.size() - 1; i >= 0; i--) {
      if (wanted.test(standing.get(i).row())) {
        return Optional.of(standing.get(i));
      }
    }
    return Optional.empty();
  }

  /** {@return the acts that may change what is shown, and those that revert one} */
  List<SourcedRow<UserEdit>> relevant() {
    return all.stream().filter(row -> isRelevant(row.row())).toList();
  }

  /** {@return the reverts that count and are about acts of some kind} */
  List<SourcedRow<UserEdit>> reverts(Predicate<UserEdit> of) {
    return reverts.stream()
        .filter(
            revert ->
                all.stream()
                    .map(SourcedRow::row)
                    .filter(
                        row ->
                            revert.row().refersTo().filter(row.annotationId()::equals).isPresent())
                    .anyMatch(of))
        .toList();
  }

  /** {@return whether an act is among these, whether it stands or not} */
  boolean knows(AnnotationId act) {
    return all.stream()
        .anyMatch(row -> isRelevant(row.row()) && row.row().annotationId().equals(act));
  }

  private static boolean isRelevant(UserEdit row) {
    return EditAction.of(row.action()).isPresent()
        && !is(row, EditAction.COMMENT, EditAction.ADD_EVIDENCE)
        && !row.flags().contains(SHADOW);
  }

  /** {@return the standing act of an id} */
  Optional<SourcedRow<UserEdit>> standing(AnnotationId act) {
    return standing.stream().filter(row -> row.row().annotationId().equals(act)).findFirst();
  }
}
