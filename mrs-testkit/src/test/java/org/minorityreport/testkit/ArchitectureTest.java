package org.minorityreport.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shape of the published modules. There is no list of exemptions, and there shall be none. */
class ArchitectureTest {
  private static final String ROOT = "org.minorityreport.";
  private static final String API = ROOT + "api..";
  private static final String CORE = ROOT + "core..";
  private static final String MOCK = ROOT + "mock..";
  private static final String TESTKIT = ROOT + "testkit..";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT + "api", ROOT + "core", ROOT + "mock", ROOT + "testkit");

  @Nested
  class Scan {
    @Test
    void seesEnoughClassesToMeanAnything() {
      assertThat(CLASSES).hasSizeGreaterThan(60);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"api", "core", "mock", "testkit"})
    void seesEveryModule(String module) {
      assertThat(CLASSES)
          .anyMatch(type -> inModule(type, module) && !type.getSimpleName().equals("package-info"));
    }
  }

  @Nested
  class Modules {
    @Test
    void apiUsesNoOtherModule() {
      noClasses()
          .that()
          .resideInAPackage(API)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(CORE, MOCK, TESTKIT)
          .check(CLASSES);
    }

    @Test
    void coreUsesOnlyApi() {
      noClasses()
          .that()
          .resideInAPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(MOCK, TESTKIT)
          .check(CLASSES);
    }

    @Test
    void mockModelsUseOnlyApi() {
      noClasses()
          .that()
          .resideInAPackage(MOCK)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(CORE, TESTKIT)
          .check(CLASSES);
    }

    @Test
    void nobodyUsesTheInternalsOfAnotherModule() {
      List<String> offences =
          dependencies()
              .filter(use -> isInternal(use.target()))
              .filter(use -> !inModule(use.target(), moduleOf(use.origin())))
              .map(Use::toString)
              .toList();
      assertThat(offences).isEmpty();
    }

    @Test
    void apiShowsNoLibraryTypeInAPublicSignature() {
      classes()
          .that()
          .resideInAPackage(API)
          .should(
              PublicSignatures.keepOut(
                  "com.google.common.", "org.apache.commons.math3.", "tools.jackson."))
          .check(CLASSES);
    }
  }

  @Nested
  class Packages {
    @Test
    void haveNoCycles() {
      slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void doNotUseTheirParent() {
      List<String> offences =
          dependencies()
              .filter(
                  use ->
                      use.origin().getPackageName().startsWith(use.target().getPackageName() + "."))
              .map(Use::toString)
              .toList();
      assertThat(offences).isEmpty();
    }

    @Test
    void areNullMarked() {
      assertThat(ownPackages().filter(it -> !it.isAnnotatedWith(NullMarked.class)))
          .map(JavaPackage::getName)
          .isEmpty();
    }

    @Test
    void lieInOneModuleEach() {
      Map<String, Set<String>> jarsByPackage =
          CLASSES.stream()
              .collect(
                  groupingBy(JavaClass::getPackageName, mapping(ArchitectureTest::jarOf, toSet())));
      assertThat(jarsByPackage.values()).allSatisfy(jars -> assertThat(jars).hasSize(1));
    }
  }

  @Nested
  class Determinism {
    @Test
    void nothingReadsClockChanceOrDefaults() {
      classes()
          .that()
          .resideInAnyPackage(API, CORE, MOCK)
          .should(NondeterministicCalls.notBeMade())
          .check(CLASSES);
    }

    @Test
    void noClassUsesJavaUtilRandom() {
      noClasses()
          .that()
          .resideInAnyPackage(API, CORE, MOCK)
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.security.SecureRandom")
          .check(CLASSES);
    }

    @Test
    void noClassWritesToTheStandardStreams() {
      NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
    }
  }

  private record Use(JavaClass origin, JavaClass target) {
    @Override
    public String toString() {
      return origin.getName() + " -> " + target.getName();
    }
  }

  private static Stream<Use> dependencies() {
    return CLASSES.stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .map(it -> new Use(it.getOriginClass(), it.getTargetClass().getBaseComponentType()))
        .filter(use -> use.target().getPackageName().startsWith(ROOT))
        .distinct();
  }

  private static Stream<JavaPackage> ownPackages() {
    return CLASSES.getDefaultPackage().getSubpackagesInTree().stream()
        .filter(it -> it.getName().startsWith(ROOT) && !it.getClasses().isEmpty());
  }

  private static boolean isInternal(JavaClass type) {
    return (type.getPackageName() + ".").contains(".internal.");
  }

  private static boolean inModule(JavaClass type, String module) {
    return (type.getPackageName() + ".").startsWith(ROOT + module + ".");
  }

  private static String moduleOf(JavaClass type) {
    return type.getPackageName().substring(ROOT.length()).replaceFirst("\\..*", "");
  }

  private static String jarOf(JavaClass type) {
    String entry = type.getName().replace('.', '/') + ".class";
    return type.getSource().orElseThrow().getUri().toString().replace(entry, "");
  }
}
