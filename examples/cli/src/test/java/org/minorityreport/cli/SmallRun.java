package org.minorityreport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A small world of two days at steps of an hour, and the store of a run over it. */
public final class SmallRun {
  private SmallRun() {}

  public static Path world(Path folder) {
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

  public static Path store(Path folder, Path world) {
    Path store = folder.resolve("store");
    Ran ran = Ran.mrs("run", "--inputs", world, "--store", store);
    assertThat(ran.code()).as(ran.err()).isZero();
    return store;
  }

  /** Approves an event that has a cause. */
  public static void approveOne(Path store, String actor) {
    Ran found =
        Ran.mrs("events", "--store", store, "--order", "impact", "--desc", "--limit", 1, "--json");
    Ran ran =
        Ran.mrs(
            "review",
            "approve",
            found.field("event_id"),
            "--store",
            store,
            "--actor",
            actor,
            "--role",
            "marketer");
    assertThat(ran.code()).as(ran.err()).isZero();
  }

  /** {@return the page of the run, with more options} */
  public static Path page(Path store, Path folder, Object... more) {
    Path page = folder.resolve("run.html");
    List<Object> words = new ArrayList<>(List.of("report", "--store", store, "--out", page));
    words.addAll(Arrays.asList(more));
    Ran ran = Ran.mrs(words.toArray());
    assertThat(ran.code()).as(ran.err()).isZero();
    return page;
  }
}
