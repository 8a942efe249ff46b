package org.minorityreport.core.review;

import static org.minorityreport.core.review.Fields.refuseUnless;

import java.util.List;
import java.util.Optional;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.review.Refusal;
import org.minorityreport.api.review.ReviewCommand;
import org.minorityreport.api.taxonomy.CauseCategory;
import org.minorityreport.api.taxonomy.Taxonomy;
import org.minorityreport.api.value.Rules;

/** Checks what people say of causes against the taxonomy. */
final class Causes {
  private final Taxonomy taxonomy;

  Causes(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  /** Checks the cause of a command; a category that the target shows may be novel. */
  void check(ReviewCommand command, Target target) {
    refuseUnless(
        command.cause().filter(Taxonomy.UNKNOWN::equalsIgnoreCase).isEmpty(),
        Refusal.UNKNOWN_CAUSE,
        "'unknown' is no cause that can be decided; reject, dismiss or name one");
    boolean itsOwn =
        command.cause().isPresent()
            && (command.cause().equals(target.cause())
                || command.cause().equals(target.finalCause()));
    refuseUnless(
        command.cause().isEmpty() || command.causeCategory().isPresent() || itsOwn,
        Refusal.FIELD_NEEDED,
        "another cause needs its cause_category; one of " + known());
    command
        .causeCategory()
        .filter(category -> !target.category().filter(category::equals).isPresent())
        .ifPresent(this::category);
    refuseUnless(
        command.causeCategory().filter(Taxonomy.UNKNOWN::equals).isEmpty(),
        Refusal.UNKNOWN_CATEGORY,
        "cause_category 'unknown' decides nothing; one of " + known());
  }

  /** Checks what a person says of a context event. */
  void check(ContextEvent event) {
    CauseCategory category = category(event.category());
    refuseUnless(
        !event.category().equals(Taxonomy.UNKNOWN),
        Refusal.UNKNOWN_CATEGORY,
        "a context event needs a category that is known; one of " + known());
    event
        .subtype()
        .ifPresent(
            subtype ->
                refuseUnless(
                    category.subtypes().contains(subtype),
                    Refusal.UNKNOWN_SUBTYPE,
                    "subtype is '"
                        + Rules.quoted(subtype)
                        + "'; "
                        + category.category()
                        + " has "
                        + category.subtypes()));
    String key = event.subtype().orElse("");
    List<String> needed = category.required().getOrDefault(key, List.of());
    List<String> lacking = needed.stream().filter(field -> !isGiven(event, field)).toList();
    refuseUnless(
        lacking.isEmpty(),
        Refusal.FIELD_NEEDED,
        category.category() + "." + key + " needs " + String.join(", ", lacking));
  }

  private static boolean isGiven(ContextEvent event, String field) {
    return switch (field) {
      case "end" -> event.end().isPresent();
      case "severity" -> event.severity().isPresent();
      case "url" -> event.url().isPresent();
      case "confidence" -> event.confidence().isPresent();
      case "skus" -> !event.skus().isEmpty();
      case "place" ->
          !event.regions().isEmpty() || !event.cities().isEmpty() || !event.storeIds().isEmpty();
      default -> event.attributes().containsKey(field) || event.unknownFields().containsKey(field);
    };
  }

  private CauseCategory category(String name) {
    Optional<CauseCategory> found = taxonomy.find(name);
    refuseUnless(
        found.isPresent(),
        Refusal.UNKNOWN_CATEGORY,
        "category is '" + Rules.quoted(name) + "'; one of " + known());
    return found.orElseThrow();
  }

  private List<String> known() {
    return taxonomy.categories().stream()
        .map(CauseCategory::category)
        .filter(category -> !category.equals(Taxonomy.UNKNOWN))
        .toList();
  }
}
