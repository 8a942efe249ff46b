package org.minorityreport.core.model;

import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import org.minorityreport.api.model.ModelInfo;

/**
 * The models in service: one choice per role, in the order of the roles. Its text says where each
 * came from, why it was chosen, what stands beside it and what was passed over. Immutable.
 */
public final class ChosenModels extends AbstractList<ChosenModel> {
  private final List<ChosenModel> choices;

  /**
   * The models in service.
   *
   * @param choices one choice per role
   */
  public ChosenModels(List<ChosenModel> choices) {
    this.choices = List.copyOf(choices);
  }

  @Override
  public ChosenModel get(int index) {
    return choices.get(index);
  }

  @Override
  public int size() {
    return choices.size();
  }

  /** {@return a few lines for each role, for people} */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (ChosenModel choice : choices) {
      text.append(choice.role().wireName()).append('\n');
      line(text, ModelEdge.PRIMARY, choice);
      choice.challenger().ifPresent(m -> line(text, ModelEdge.CHALLENGER, m));
      line(text, ModelEdge.FALLBACK, choice.fallback());
      choice.shadow().ifPresent(m -> line(text, ModelEdge.SHADOW, m));
      for (String other : choice.origin().passedOver()) {
        text.append("  not chosen: ").append(other).append('\n');
      }
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String route, Optional<ChosenModel> model) {
    model.ifPresentOrElse(
        m -> line(text, route, m),
        () ->
            text.append("  ")
                .append(route)
                .append(": none, as the primary is a mock or none is there\n"));
  }

  private static void line(StringBuilder text, String route, ChosenModel choice) {
    ModelInfo info = choice.model().info();
    text.append("  ")
        .append(route)
        .append(": ")
        .append(info.id())
        .append(choice.origin().mock() ? " (mock), " : ", ")
        .append(choice.reason())
        .append('\n')
        .append("    provider '")
        .append(choice.provider())
        .append('\'')
        .append(choice.origin().where().isEmpty() ? "" : " in " + choice.origin().where())
        .append("; look-back ")
        .append(info.lookBack())
        .append(", budget ")
        .append(info.timeBudget().toMillis())
        .append(" ms\n");
    if (!choice.origin().config().parameters().isEmpty()) {
      text.append("    parameters ").append(choice.origin().config().parameters()).append('\n');
    }
  }
}
