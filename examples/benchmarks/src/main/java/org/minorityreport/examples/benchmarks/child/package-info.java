/**
 * What runs in a JVM of its own, so that no candidate lives on what another one left behind: {@link
 * org.minorityreport.examples.benchmarks.child.RoundCommand} times one candidate once, {@link
 * org.minorityreport.examples.benchmarks.child.BuildCommand} fills a store, {@link
 * org.minorityreport.examples.benchmarks.child.OpenCommand} opens one. Of hydration, {@link
 * org.minorityreport.examples.benchmarks.child.FillCommand} appends the ticks of a run, {@link
 * org.minorityreport.examples.benchmarks.child.ReadCommand} reads them in one way, {@link
 * org.minorityreport.examples.benchmarks.child.RefreshCommand} brings a view up to date, {@link
 * org.minorityreport.examples.benchmarks.child.SnapshotCommand} leaves a snapshot of one. Each
 * prints its figures as lines of JSON; {@link
 * org.minorityreport.examples.benchmarks.child.ChildJvm} starts them and reads these lines.
 */
@NullMarked
package org.minorityreport.examples.benchmarks.child;

import org.jspecify.annotations.NullMarked;
