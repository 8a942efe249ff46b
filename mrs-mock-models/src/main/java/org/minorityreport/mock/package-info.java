/**
 * The way in to the mock models: {@link org.minorityreport.mock.MockModels} offers one model per
 * role, each in a package of its own. They give way to any other model of their role.
 */
@NullMarked
package org.minorityreport.mock;

import org.jspecify.annotations.NullMarked;
