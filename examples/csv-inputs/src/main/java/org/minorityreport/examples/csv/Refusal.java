package org.minorityreport.examples.csv;

/** A row that was refused, by its line. */
record Refusal(int line, String kind, String raw, String message) {}
