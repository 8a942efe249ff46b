/**
 * A log store as small as one can be that passes the whole kit: {@link
 * org.minorityreport.testkit.store.onefile.OneFileStore}, all commits in one file. With a {@link
 * org.minorityreport.testkit.store.onefile.Slip} it is a store whose author forgot something.
 */
@NullMarked
package org.minorityreport.testkit.store.onefile;

import org.jspecify.annotations.NullMarked;
