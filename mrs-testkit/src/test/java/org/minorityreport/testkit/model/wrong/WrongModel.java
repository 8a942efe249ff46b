package org.minorityreport.testkit.model.wrong;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelRole;

/**
 * A wrong model and how the kit finds it.
 *
 * @param key tells it apart; what it declines beside what all decline stands after a {@code !}
 * @param role its role
 * @param wrong what is wrong with it, in words
 * @param rule the first rule that fails
 * @param message what the message of that rule says, among other things
 * @param maker makes the model
 */
public record WrongModel(
    String key, ModelRole role, String wrong, String rule, String message, Supplier<Model> maker) {
  /** {@return all of them, role by role} */
  public static List<WrongModel> all() {
    return Stream.of(
            WrongBaselines.all(),
            WrongClassifiers.all(),
            WrongClusters.all(),
            WrongAttributions.all(),
            WrongCohorts.all())
        .flatMap(List::stream)
        .toList();
  }

  /** {@return the capability that it declines although it has it; empty if none} */
  public Optional<String> declines() {
    int mark = key.indexOf('!');
    return mark < 0 ? Optional.empty() : Optional.of(key.substring(mark + 1));
  }

  static WrongModel of(String key) {
    return all().stream().filter(m -> m.key().equals(key)).findFirst().orElseThrow();
  }

  @Override
  public String toString() {
    return role.wireName() + ": " + wrong;
  }
}
