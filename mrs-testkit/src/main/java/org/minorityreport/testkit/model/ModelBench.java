package org.minorityreport.testkit.model;

import java.util.Set;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.model.ModelProvider;
import org.minorityreport.api.model.ModelRole;

/**
 * Where one rule tries the models of a provider. One thread at a time, but for {@link #ask}.
 *
 * @param <M> the interface of the role
 * @param <Q> type of its question
 * @param <A> type of its answer
 */
final class ModelBench<M extends Model, Q, A> {
  private final RoleQuestions<M, Q, A> asked;
  private final ModelProvider provider;
  private final ModelConfig config;
  private final Set<ModelCapability> claimed;

  ModelBench(
      RoleQuestions<M, Q, A> asked,
      ModelProvider provider,
      ModelConfig config,
      Set<ModelCapability> claimed) {
    this.asked = asked;
    this.provider = provider;
    this.config = config;
    this.claimed = claimed;
  }

  RoleQuestions<M, Q, A> asked() {
    return asked;
  }

  ModelRole role() {
    return asked.role();
  }

  ModelProvider provider() {
    return provider;
  }

  ModelConfig config() {
    return config;
  }

  boolean claims(ModelCapability capability) {
    return claimed.contains(capability);
  }

  /** {@return another model of the same configuration} */
  M model() {
    return model(provider);
  }

  /** {@return another model, of the same provider by another class loader} */
  M model(ModelProvider maker) {
    Model model = maker.create(role(), config);
    Expect.that(
        role().type().isInstance(model),
        () ->
            "the provider makes "
                + (model == null ? "nothing" : model.getClass().getName())
                + " for the role "
                + role().wireName()
                + ", which is no "
                + role().type().getSimpleName());
    @SuppressWarnings("unchecked") // M is the type of the role
    M made = (M) model;
    return made;
  }

  ModelInfo info() {
    return model().info();
  }

  /** Asks; a model that throws or says nothing fails its rule. Any thread. */
  A ask(M model, Told<Q> told) {
    return ask(model, told, told.question());
  }

  /** Asks a question that the caller keeps an eye on. */
  A ask(M model, Told<Q> told, Q question) {
    A answer;
    try {
      answer = asked.ask(model, question);
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      throw new AssertionError("it threw " + e + "; asked about " + told.words(), e);
    }
    Expect.that(answer != null, () -> "it answered null; asked about " + told.words());
    return answer;
  }

  /** Asks, and fails if something is out of range in the answer. */
  A askSoundly(M model, Told<Q> told) {
    Q question = told.question();
    A answer = ask(model, told, question);
    String fault = asked.fault(question, answer);
    Expect.that(fault.isEmpty(), () -> fault + "; asked about " + told.words());
    return answer;
  }

  /** Fails if two answers to one question differ. */
  void same(Told<Q> told, A first, A then, String otherwise) {
    Expect.that(
        first.equals(then),
        () -> asked.difference(first, then) + " " + otherwise + "; asked about " + told.words());
  }
}
