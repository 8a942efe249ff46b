/**
 * Policies under which proposals are approved without a person (spec 7.5): {@link
 * org.minorityreport.api.policy.ApprovalPolicy}.
 */
@NullMarked
package org.minorityreport.api.policy;

import org.jspecify.annotations.NullMarked;
