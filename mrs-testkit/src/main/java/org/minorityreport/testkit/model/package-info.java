/**
 * What a model must do, as tests that its author extends: {@link
 * org.minorityreport.testkit.model.BaselineKit}, {@link
 * org.minorityreport.testkit.model.ClassifierKit}, {@link
 * org.minorityreport.testkit.model.ClusterKit}, {@link
 * org.minorityreport.testkit.model.AttributionKit} and {@link
 * org.minorityreport.testkit.model.CohortKit}, one for each role, with a test for each rule of
 * {@code docs/contract.md}, and {@link org.minorityreport.testkit.model.ProviderKit} for all roles
 * of a provider. The author says which provider makes the model and declines what it leaves out, a
 * {@link org.minorityreport.testkit.model.ModelCapability}.
 *
 * <p>{@code RoleQuestions} knows how a model of a role is asked; the rules that all roles share
 * ({@code SetUpRules}, {@code StateRules}, {@code SurroundingRules}) ask through it. The others
 * stand in classes of their role. Each gets a {@code ModelBench} and throws an {@link
 * java.lang.AssertionError} in words of the domain, to which its id is added. {@code Cases} lets
 * jqwik make cases and, of those that fail, find the smallest.
 */
@NullMarked
package org.minorityreport.testkit.model;

import org.jspecify.annotations.NullMarked;
