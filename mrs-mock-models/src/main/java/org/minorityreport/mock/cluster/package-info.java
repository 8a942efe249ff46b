/**
 * The cluster role without learning: {@link org.minorityreport.mock.cluster.MockCluster} names the
 * nearest of a library of known shapes.
 *
 * <p>The library is the resource {@code centroids.json}: {@code threshold} (the greatest distance
 * of a match, where distance is 1 - cosine similarity) and {@code clusters}, each with {@code id},
 * {@code name}, {@code centroid} (16 standardised features), {@code embedding_x} and {@code
 * embedding_y}. It is computed from {@link org.minorityreport.mock.cluster.Shapes} by the features
 * of core; a test of the test kit, which sees both, makes it again and compares.
 */
@NullMarked
package org.minorityreport.mock.cluster;

import org.jspecify.annotations.NullMarked;
