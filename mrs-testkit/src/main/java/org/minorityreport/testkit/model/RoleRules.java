package org.minorityreport.testkit.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.minorityreport.api.model.Model;

/**
 * The rules of one role, chapter by chapter, in the order of their ids. Immutable.
 *
 * @param asked how a model of the role is asked
 * @param own the chapters that the role does not share
 * @param <M> the interface of the role
 * @param <Q> type of its question
 * @param <A> type of its answer
 */
record RoleRules<M extends Model, Q, A>(
    RoleQuestions<M, Q, A> asked, Map<String, List<ModelRule<M, Q, A>>> own) {
  /** {@return the chapters; the shared ones stand before and after those of the role} */
  Map<String, List<ModelRule<M, Q, A>>> chapters() {
    Map<String, List<ModelRule<M, Q, A>>> chapters = new LinkedHashMap<>();
    chapters.put("What it is", SetUpRules.all());
    chapters.put("Question and configuration alone", StateRules.all());
    chapters.putAll(own);
    chapters.put("Machine and threads", SurroundingRules.all());
    return chapters;
  }

  Stream<ModelRule<M, Q, A>> all() {
    return chapters().values().stream().flatMap(List::stream);
  }
}
