package org.minorityreport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.Logs;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.log.file.DirectoryLogStore;

/** A run that is killed or interrupted and begun again has the logs of one that was not. */
class InterruptedRunTest {
  private static final String AT = "2025-08-20T00:00:00Z";

  /** By signal, as the JVM reports it: 128 + 15. */
  private static final int TERMINATED = 143;

  @TempDir static Path shared;
  private static Path world = Path.of("");
  private static SortedMap<String, String> whole = new TreeMap<>();

  @TempDir Path own;

  @BeforeAll
  static void runWhole() throws NoSuchAlgorithmException {
    world = SmallRun.world(shared);
    Path store = shared.resolve("whole");
    assertThat(Ran.mrs("run", "--inputs", world, "--store", store, "--at", AT).code()).isZero();
    whole = digests(store);
    assertThat(whole).hasSizeGreaterThan(12);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void killed_after_some_commits_and_begun_again_it_has_the_same_logs(int told) throws Exception {
    Path store = own.resolve("store");
    Process run = start(store);
    awaitProgress(run, told);
    run.destroyForcibly().waitFor();
    assertThat(Ran.mrs("verify", "--store", store).code()).isZero();
    assertThat(digests(store)).isNotEqualTo(whole);
    assertThat(Ran.mrs("run", "--inputs", world, "--store", store, "--at", AT).code()).isZero();
    assertThat(digests(store)).isEqualTo(whole);
  }

  @Test
  void asked_to_stop_it_ends_after_a_commit_and_goes_on_later() throws Exception {
    Path store = own.resolve("store");
    Process run = start(store);
    awaitProgress(run, 1);
    run.destroy();
    assertThat(run.waitFor()).isEqualTo(TERMINATED);
    assertThat(Ran.mrs("verify", "--store", store).code()).isZero();
    assertThat(Ran.mrs("run", "--inputs", world, "--store", store, "--at", AT).code()).isZero();
    assertThat(digests(store)).isEqualTo(whole);
  }

  private static Process start(Path store) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.minorityreport.cli.Main"));
    command.addAll(
        List.of("run", "--inputs", world.toString(), "--store", store.toString(), "--at", AT));
    return new ProcessBuilder(command).start();
  }

  /** Waits for so many lines about ticks; the output ends if the run does. */
  private static void awaitProgress(Process run, int times) throws IOException {
    BufferedReader told = run.errorReader(StandardCharsets.UTF_8);
    int seen = 0;
    while (seen < times) {
      String line = told.readLine();
      assertThat(line).as("the run ended before it could be interrupted").isNotNull();
      if (line != null && line.startsWith("tick ")) {
        seen++;
      }
    }
  }

  /** {@return the digest of the rows of each log that has any} */
  private static SortedMap<String, String> digests(Path store) throws NoSuchAlgorithmException {
    SortedMap<String, String> digests = new TreeMap<>();
    try (DirectoryLogStore logs = LogStores.directoryForReading(store)) {
      for (Log<?> log : Logs.all()) {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        logs.read(
            log,
            RunId.of("main"),
            CommitPosition.START,
            logs.head(),
            row -> digest.update(row.json()));
        if (logs.count(log, RunId.of("main"), logs.head()) > 0) {
          digests.put(log.wireName(), HexFormat.of().formatHex(digest.digest()));
        }
      }
    }
    return digests;
  }
}
