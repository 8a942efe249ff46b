/**
 * Automatic approval (spec 7.5): {@link org.minorityreport.core.approval.Approvals} says which
 * proposals a policy approves, {@link org.minorityreport.core.approval.TrackRecord} what people
 * made of those that it approved before, {@link org.minorityreport.core.approval.Policies} keeps
 * the policies themselves.
 */
@NullMarked
package org.minorityreport.core.approval;

import org.jspecify.annotations.NullMarked;
