package org.minorityreport.api.review;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Arrays;
import java.util.SortedSet;
import org.immutables.value.Value;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Who does something, as the host says: the library checks what the roles may and authenticates
 * nobody. Immutable.
 */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableActor.class)
@JsonPropertyOrder({"id", "roles"})
public interface Actor {
  /** {@return the person or program, as rows name it; no personal data beyond this} */
  String id();

  /** {@return what the host says that they are; without one they may nothing} */
  @Value.NaturalOrder
  SortedSet<Role> roles();

  /** Checks the rules of the fields. */
  @Value.Check
  default void check() {
    Rules.name("actor", id());
  }

  /**
   * An actor.
   *
   * @param id the person or program: 1 to 256 characters, not blank, without control characters
   * @param roles the roles, in any order
   * @return the actor
   * @throws org.minorityreport.api.error.InvalidValueException if the id breaks its rule
   */
  static Actor of(String id, Role... roles) {
    return builder().id(id).addAllRoles(Arrays.asList(roles)).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link Actor}; one thread at a time. */
  final class Builder extends ImmutableActor.Builder {
    Builder() {}
  }
}
