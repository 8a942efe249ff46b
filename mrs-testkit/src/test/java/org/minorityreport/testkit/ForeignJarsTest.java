package org.minorityreport.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.error.ContractException;
import org.minorityreport.api.model.ModelProvider;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.log.LogStores;

/**
 * Jars of other people, compiled as they would compile them: against another API version, and as a
 * module of its own (spec 5.3).
 */
class ForeignJarsTest {
  private static final List<String> OURS = List.of("mrs-api", "mrs-core", "mrs-mock-models");
  private static final String SERVICES = "META-INF/services/" + ModelProvider.class.getName();

  /** The mocks under another name, in a package of its own. */
  private static final String PROVIDER =
      """
      package team;

      import java.util.Set;
      import org.minorityreport.api.model.Model;
      import org.minorityreport.api.model.ModelConfig;
      import org.minorityreport.api.model.ModelProvider;
      import org.minorityreport.api.model.ModelRole;

      public final class TeamModels implements ModelProvider {
        @Override public String id() { return "team"; }
        @Override public Set<ModelRole> roles() { return Set.of(ModelRole.COHORT); }
        @Override public Model create(ModelRole role, ModelConfig config) {
          %s
          return new org.minorityreport.mock.MockModels().create(role, config);
        }
      }
      """;

  @TempDir Path folder;

  private Path source(String name, String text) throws IOException {
    Path file = folder.resolve("src").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** Compiles, with options, into a folder. */
  private Path compiled(String name, List<String> options, Path... sources) throws IOException {
    Path classes = Files.createDirectories(folder.resolve(name));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    List<String> all = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none"));
    all.addAll(options);
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8)) {
      boolean done =
          compiler.getTask(said, files, null, all, null, files.getJavaFileObjects(sources)).call();
      assertThat(done).as(said.toString()).isTrue();
    }
    return classes;
  }

  private Path jar(String name, Path classes, String... packages) throws IOException {
    Path jar = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String entry = classes.relativize(file).toString().replace(File.separatorChar, '/');
        if (Stream.of(packages).anyMatch(entry::startsWith)) {
          entries.putNextEntry(new JarEntry(entry));
          Files.copy(file, entries);
        }
      }
      entries.putNextEntry(new JarEntry(SERVICES));
      entries.write("team.TeamModels\n".getBytes(UTF_8));
    }
    return jar;
  }

  /** The path on which this test itself runs, without its own classes. */
  private static List<String> path() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(all.split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .toList();
  }

  /**
   * The jar calls a method that {@code ModelConfig} had in another version. The real compiler made
   * it against that version, and the real one here is what it meets.
   */
  @Test
  void jarBuiltAgainstAnotherApiVersion_isNamed_withTheClassAndWhatToDo() throws IOException {
    Path config =
        source(
            "org/minorityreport/api/model/ModelConfig.java",
            """
            package org.minorityreport.api.model;

            public interface ModelConfig {
              static String hardware() { return "gpu"; }
            }
            """);
    Path provider =
        source(
            "team/TeamModels.java",
            PROVIDER
                .formatted("System.setProperty(\"team.hardware\", ModelConfig.hardware());")
                .replace(
                    "return new org.minorityreport.mock.MockModels().create(role, config);",
                    "return null;"));
    Path classes =
        compiled("old", List.of("-cp", String.join(File.pathSeparator, path())), config, provider);
    Path jar = jar("old-models.jar", classes, "team/");
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ModelProvider.class.getClassLoader())) {
      Mrs.Builder builder =
          Mrs.builder()
              .logs(LogStores.inMemory())
              .inputs(new SmallWorld().tables())
              .classLoader(loader);

      assertThatThrownBy(builder::build)
          .isInstanceOf(ContractException.class)
          .hasMessageContaining("team.TeamModels")
          .hasMessageContaining("old-models.jar")
          .hasMessageContaining("NoSuchMethodError")
          .hasMessageContaining("another version of mrs-api")
          .hasMessageContaining("build it for this one");
    }
  }

  /**
   * Catches packages that two modules share, services that no module declares, and closed doors.
   */
  @Test
  void moduleOfATeam_isFoundOnTheModulePath_namedAndUsed() throws Exception {
    Path module =
        source(
            "module-info.java",
            """
            module team.models {
              requires org.minorityreport.api;
              requires org.minorityreport.core;
              requires org.minorityreport.mock;
              provides org.minorityreport.api.model.ModelProvider with team.TeamModels;
            }
            """);
    Path provider = source("team/TeamModels.java", PROVIDER.formatted(""));
    Path host =
        source(
            "team/Host.java",
            """
            package team;

            import java.time.Duration;
            import org.minorityreport.api.log.AsOf;
            import org.minorityreport.api.series.Cadence;
            import org.minorityreport.core.Mrs;
            import org.minorityreport.core.log.LogStores;
            import org.minorityreport.mock.world.World;

            public final class Host {
              public static void main(String[] arguments) {
                World world =
                    World.builder().stores(8).skus(1).days(4).cadence(Cadence.parse("PT1H")).build();
                try (Mrs mrs =
                    Mrs.builder().logs(LogStores.inMemory()).inputs(world.inputs()).build()) {
                  world.ticks(Duration.ofHours(3)).forEach(mrs::tick);
                  System.out.println("module " + Host.class.getModule().getName());
                  System.out.println("reports " + mrs.reports().all().size());
                  System.out.println(mrs.models().text());
                  System.out.println("feed " + mrs.feed(AsOf.now()).assessments().size());
                }
              }
            }
            """);
    String modulePath = String.join(File.pathSeparator, modules());
    Path classes = compiled("module", List.of("--module-path", modulePath), module, provider, host);
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--module-path",
            classes + File.pathSeparator + modulePath,
            "--module",
            "team.models/team.Host");

    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(out).isZero();
    assertThat(out).contains("module team.models");
    assertThat(out).containsPattern("reports [1-9]");
    assertThat(out)
        .as("listed with its module, and chosen as the only one that is no mock")
        .containsPattern("team\\.TeamModels.*module team\\.models");
  }

  /** What a host needs: the library, and what that stands on; nothing that only tests need. */
  private static List<String> modules() {
    TreeSet<String> needed = new TreeSet<>();
    for (String entry : path()) {
      String name = Path.of(entry).getFileName().toString();
      boolean ours =
          OURS.stream()
              .anyMatch(
                  module ->
                      name.startsWith(module + "-")
                          || Path.of(entry).endsWith(Path.of(module, "target", "classes")));
      boolean library =
          Stream.of(
                  "guava",
                  "failureaccess",
                  "jackson",
                  "commons-math3",
                  "commons-text",
                  "commons-lang3",
                  "fastcsv",
                  "failsafe",
                  "jspecify")
              .anyMatch(name::startsWith);
      if (ours || library) {
        needed.add(entry);
      }
    }
    return List.copyOf(needed);
  }
}
