package org.minorityreport.core.log.file;

/**
 * 128 bits in place of a key: the first of SHA-256, so that nobody can make two keys meet.
 *
 * @param high the first 64
 * @param low the next 64
 */
record KeyHash(long high, long low) {}
