package org.minorityreport.testkit.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.minorityreport.api.model.Model;

/** Threads, the defaults of the machine and its clock; last in each role. */
final class SurroundingRules {
  private static final int THREADS = 4;
  private static final int ROUNDS = 6;
  private static final List<String> LOCALES = List.of("tr-TR", "de-DE", "ar-EG-u-nu-arab");
  private static final List<String> ZONES =
      List.of("Asia/Kolkata", "America/St_Johns", "Pacific/Apia");

  private static final int TIMED = 5;
  private static final int ALLOWED = 20;

  private SurroundingRules() {}

  static <M extends Model, Q, A> List<ModelRule<M, Q, A>> all() {
    return List.of(
        ModelRule.of(
            80, "Locale and time zone of the machine change no answer", SurroundingRules::defaults),
        ModelRule.of(
            81,
            "Threads that ask one model at once get the answers of one alone",
            SurroundingRules::threads),
        ModelRule.of(
            82,
            "The median of " + TIMED + " calls takes at most " + ALLOWED + " times the time budget",
            SurroundingRules::inTime));
  }

  private static <M extends Model, Q, A> void defaults(ModelBench<M, Q, A> bench) {
    M model = bench.model();
    List<Told<Q>> questions = bench.asked().ordinary(model.info());
    List<A> answers = questions.stream().map(told -> bench.ask(model, told)).toList();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (int i = 0; i < LOCALES.size(); i++) {
        String where = LOCALES.get(i) + " and " + ZONES.get(i);
        Locale.setDefault(Locale.forLanguageTag(LOCALES.get(i)));
        TimeZone.setDefault(TimeZone.getTimeZone(ZONES.get(i)));
        M there = bench.model();
        for (int j = 0; j < answers.size(); j++) {
          Told<Q> told = questions.get(j);
          A answer = askUnder(bench, there, told, where);
          bench.same(
              told, answers.get(j), answer, "where the defaults of the machine are " + where);
        }
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private static <M extends Model, Q, A> A askUnder(
      ModelBench<M, Q, A> bench, M model, Told<Q> told, String where) {
    try {
      return bench.ask(model, told);
    } catch (AssertionError e) {
      throw new AssertionError(
          "where the defaults of the machine are " + where + ", " + e.getMessage(), e);
    }
  }

  private static <M extends Model, Q, A> void threads(ModelBench<M, Q, A> bench) throws Exception {
    M model = bench.model();
    List<Told<Q>> questions = bench.asked().ordinary(model.info());
    List<A> alone = questions.stream().map(told -> bench.ask(model, told)).toList();
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      CyclicBarrier start = new CyclicBarrier(THREADS);
      List<Future<Void>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int first = i;
        Callable<Void> asking =
            () -> {
              start.await();
              for (int j = 0; j < ROUNDS * questions.size(); j++) {
                int at = (first + j) % questions.size();
                Told<Q> told = questions.get(at);
                bench.same(
                    told,
                    alone.get(at),
                    bench.ask(model, told),
                    "when " + THREADS + " threads ask");
              }
              return null;
            };
        all.add(pool.submit(asking));
      }
      for (Future<Void> one : all) {
        one.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AssertionError failure) {
        throw failure;
      }
      throw e;
    } finally {
      pool.shutdownNow();
    }
  }

  /** The one rule with a wall clock. Calls before it have warmed the machine. */
  private static <M extends Model, Q, A> void inTime(ModelBench<M, Q, A> bench) {
    M model = bench.model();
    List<Told<Q>> questions = bench.asked().ordinary(model.info());
    Told<Q> largest = questions.get(questions.size() - 1);
    long[] nanos = new long[TIMED];
    for (int i = 0; i < TIMED; i++) {
      Q question = largest.question();
      long began = System.nanoTime();
      bench.ask(model, largest, question);
      nanos[i] = System.nanoTime() - began;
    }
    java.util.Arrays.sort(nanos);
    long took = nanos[TIMED / 2] / 1_000_000;
    long budget = model.info().timeBudget().toMillis();
    Expect.that(
        nanos[TIMED / 2] <= ALLOWED * model.info().timeBudget().toNanos(),
        () ->
            "the median of "
                + TIMED
                + " calls took "
                + took
                + " ms, more than "
                + ALLOWED
                + " times the budget of "
                + budget
                + " ms; asked about "
                + largest.words());
  }
}
