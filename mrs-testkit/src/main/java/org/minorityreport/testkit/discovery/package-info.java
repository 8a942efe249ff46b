/**
 * Lets tests choose which providers of models are found: {@link
 * org.minorityreport.testkit.discovery.OfferedProviders}.
 */
@NullMarked
package org.minorityreport.testkit.discovery;

import org.jspecify.annotations.NullMarked;
