package org.minorityreport.testkit.model;

import java.util.function.Supplier;

/**
 * A question with the words for it. Immutable.
 *
 * @param words what is asked, for people
 * @param made makes the question, another equal one each time, so that what a model does to one
 *     cannot hide in the other
 * @param <Q> type of the question
 */
record Told<Q>(String words, Supplier<Q> made) {
  Q question() {
    return made.get();
  }

  Told<Q> named(String name) {
    return new Told<>(name + ": " + words, made);
  }
}
