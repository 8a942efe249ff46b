package org.minorityreport.core.model;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.minorityreport.api.error.ModelException;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.ModelCalls;

/**
 * A model in one role during one tick of one stage: calls it through {@link ModelEdge} and counts
 * the calls. One thread at a time.
 *
 * @param <M> the interface of the role
 */
public final class AskedModel<M extends Model> {
  private final ModelRole role;
  private final M model;
  private final ModelInfo info;
  private long answered;

  private AskedModel(ModelRole role, M model) {
    this.role = role;
    this.model = Objects.requireNonNull(model, "model");
    this.info = Objects.requireNonNull(model.info(), "model.info()");
  }

  /**
   * A model that has not been asked yet.
   *
   * @param role the role it is asked in
   * @param model the model in service
   * @param <M> the interface of the role
   * @return the model with no calls counted
   */
  public static <M extends Model> AskedModel<M> of(ModelRole role, M model) {
    return new AskedModel<>(role, model);
  }

  /**
   * Asks once.
   *
   * @param about the report or pair; its text goes into the message of a failure
   * @param question the call
   * @param <A> type of the answer
   * @return what the model answered
   * @throws ModelException if it throws or answers null
   */
  public <A> A ask(Object about, Function<M, A> question) {
    A answer = ModelEdge.ask(model, about, question);
    check(answer != null, about, "it answered null");
    answered++;
    return answer;
  }

  /**
   * Checks an answer.
   *
   * @param holds whether the rule holds
   * @param about the report or pair
   * @param problem what was answered instead of what
   * @throws ModelException if the rule does not hold
   */
  public void check(boolean holds, Object about, String problem) {
    ModelEdge.check(holds, model, about, problem);
  }

  /**
   * Checks that an answer is a share.
   *
   * @param about the report or pair
   * @param field name of the number
   * @param value the number
   * @throws ModelException unless it lies within 0 and 1
   */
  public void checkShare(Object about, String field, double value) {
    if (!(value >= 0 && value <= 1)) {
      check(false, about, field + " " + value + " is not within [0, 1]");
    }
  }

  /** {@return name and version as rows hold them} */
  public String id() {
    return info.id();
  }

  /** {@return what the model says of itself} */
  public ModelInfo info() {
    return info;
  }

  /** {@return its role as rows hold it} */
  public String role() {
    return role.wireName();
  }

  /** {@return the calls so far as one row; none if it was never asked} */
  public List<ModelCalls> calls() {
    return answered == 0 ? List.of() : List.of(ModelEdge.calls(role(), info, answered));
  }
}
