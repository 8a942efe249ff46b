/**
 * For tests of hosts: given sales and actions, when ticks, then rows. {@link
 * org.minorityreport.testkit.host.Scenario} tells what is given and runs the ticks, {@link
 * org.minorityreport.testkit.host.Outcome} holds what came of them and is asked for rows. {@link
 * org.minorityreport.testkit.host.ScriptedModels} answers as a test says, and {@link
 * org.minorityreport.testkit.host.SetClock} tells the time that a test sets.
 */
@NullMarked
package org.minorityreport.testkit.host;

import org.jspecify.annotations.NullMarked;
