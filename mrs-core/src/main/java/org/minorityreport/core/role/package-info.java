/**
 * Who may do what (spec 7.1): {@link org.minorityreport.core.role.Rights} says which roles allow an
 * action, and refuses an actor who has none of them.
 */
@NullMarked
package org.minorityreport.core.role;

import org.jspecify.annotations.NullMarked;
