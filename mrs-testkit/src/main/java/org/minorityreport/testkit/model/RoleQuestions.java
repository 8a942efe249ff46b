package org.minorityreport.testkit.model;

import java.util.List;
import net.jqwik.api.Arbitrary;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.model.ModelRole;

/**
 * How a model of one role is asked, for the rules that all roles share.
 *
 * @param <M> the interface of the role
 * @param <Q> type of its question
 * @param <A> type of its answer
 */
interface RoleQuestions<M extends Model, Q, A> {
  /** {@return the role} */
  ModelRole role();

  /** {@return the letters of the role in the ids of rules, such as BAS} */
  String letters();

  /**
   * Questions as they come every day; the last one is as large as they get.
   *
   * @param info what the model says of itself
   */
  List<Told<Q>> ordinary(ModelInfo info);

  /**
   * Any question, ordinary and odd.
   *
   * @param bench tells what the model says of itself and can do
   */
  Arbitrary<Told<Q>> any(ModelBench<M, Q, A> bench);

  /** Asks. */
  A ask(M model, Q question);

  /** {@return what is out of range in an answer; empty if nothing} */
  String fault(Q question, A answer);

  /** {@return how two answers to one question differ: what was said first, and then} */
  String difference(A first, A then);
}
