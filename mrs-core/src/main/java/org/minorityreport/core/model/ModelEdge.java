package org.minorityreport.core.model;

import java.util.function.Function;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.error.ModelException;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.record.ModelCalls;

/** Calls a model and names it in whatever goes wrong. */
public final class ModelEdge {
  /** The route of every call until routes can be configured. */
  public static final String PRIMARY = "primary";

  /** The outcome of a call that went well. */
  public static final String OK = "ok";

  private ModelEdge() {}

  /**
   * Asks a model.
   *
   * @param <M> the role of the model
   * @param <A> what it answers
   * @param model the model
   * @param about what it is asked about, for the message
   * @param call the call
   * @return the answer
   * @throws ModelException if the model throws, or builds an answer that breaks a rule
   */
  public static <M extends Model, A> A ask(M model, Object about, Function<M, A> call) {
    try {
      return call.apply(model);
    } catch (InvalidValueException e) {
      throw new ModelException(
          model.info().id(), "asked about " + about + ": " + e.getMessage(), e);
    } catch (RuntimeException e) {
      throw new ModelException(model.info().id(), "asked about " + about + ", it threw " + e, e);
    }
  }

  /**
   * Checks an answer.
   *
   * @param holds whether the rule holds
   * @param model the model that answered
   * @param about what it was asked about
   * @param rule the rule, as a sentence about the answer
   * @throws ModelException if the rule does not hold
   */
  public static void check(boolean holds, Model model, Object about, String rule) {
    if (!holds) {
      throw new ModelException(model.info().id(), "asked about " + about + ": " + rule);
    }
  }

  /**
   * The count of calls to a model that all went well.
   *
   * @param role wire name of the role
   * @param info the model
   * @param calls how many
   * @return the count
   */
  public static ModelCalls calls(String role, ModelInfo info, long calls) {
    return ModelCalls.builder()
        .role(role)
        .modelName(info.name())
        .modelVersion(info.version())
        .route(PRIMARY)
        .ok(calls)
        .failed(0)
        .build();
  }
}
