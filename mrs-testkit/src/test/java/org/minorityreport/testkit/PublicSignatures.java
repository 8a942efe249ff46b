package org.minorityreport.testkit;

import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a user of a class can see: its super types and the types in its public or protected members.
 */
final class PublicSignatures {
  private PublicSignatures() {}

  static ArchCondition<JavaClass> keepOut(String... packagePrefixes) {
    List<String> prefixes = List.of(packagePrefixes);
    return new ArchCondition<>("keep " + prefixes + " out of public signatures") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!isVisible(type)) {
          return;
        }
        signatureOf(type)
            .filter(seen -> prefixes.stream().anyMatch(seen.getName()::startsWith))
            .distinct()
            .forEach(
                seen ->
                    events.add(
                        SimpleConditionEvent.violated(
                            type, type.getName() + " shows " + seen.getName())));
      }
    };
  }

  private static Stream<JavaClass> signatureOf(JavaClass type) {
    Stream<JavaType> superTypes =
        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
    Stream<JavaType> fields =
        type.getFields().stream().filter(it -> isOpen(it.getModifiers())).map(JavaField::getType);
    Stream<JavaType> codeUnits =
        type.getCodeUnits().stream()
            .filter(it -> isOpen(it.getModifiers()))
            .flatMap(PublicSignatures::typesOf);
    return Stream.of(superTypes, type.getTypeParameters().stream(), fields, codeUnits)
        .flatMap(it -> it)
        .flatMap(it -> it.getAllInvolvedRawTypes().stream());
  }

  private static Stream<JavaType> typesOf(JavaCodeUnit unit) {
    return Stream.of(
            Stream.of(unit.getReturnType()),
            unit.getParameterTypes().stream(),
            unit.getTypeParameters().stream(),
            unit.getExceptionTypes().stream())
        .flatMap(it -> it);
  }

  private static boolean isVisible(JavaClass type) {
    return isOpen(type.getModifiers())
        && type.getEnclosingClass().map(PublicSignatures::isVisible).orElse(true);
  }

  private static boolean isOpen(Set<JavaModifier> modifiers) {
    return modifiers.contains(PUBLIC) || modifiers.contains(PROTECTED);
  }
}
