/**
 * What people do: who they are is an {@link org.minorityreport.api.review.Actor}, as the host says.
 */
@NullMarked
package org.minorityreport.api.review;

import org.jspecify.annotations.NullMarked;
