package org.minorityreport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** A small world of two days at steps of an hour, and the store of a run over it. */
final class SmallRun {
  private SmallRun() {}

  static Path world(Path folder) {
    Path world = folder.resolve("world");
    Ran ran =
        Ran.mrs(
            "simulate",
            "--out",
            world,
            "--seed",
            7,
            "--stores",
            60,
            "--skus",
            1,
            "--days",
            4,
            "--cadence",
            "PT1H");
    assertThat(ran.code()).as(ran.err()).isZero();
    return world;
  }

  static Path store(Path folder, Path world) {
    Path store = folder.resolve("store");
    Ran ran = Ran.mrs("run", "--inputs", world, "--store", store);
    assertThat(ran.code()).as(ran.err()).isZero();
    return store;
  }
}
