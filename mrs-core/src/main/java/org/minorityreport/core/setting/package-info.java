/**
 * What administrators set while a run goes on, as rows of settings_log: {@link
 * org.minorityreport.core.setting.RunSettings} appends and reads the versions of one kind of
 * setting, such as policies, suppression rules, limits and rules of alerts.
 */
@NullMarked
package org.minorityreport.core.setting;

import org.jspecify.annotations.NullMarked;
