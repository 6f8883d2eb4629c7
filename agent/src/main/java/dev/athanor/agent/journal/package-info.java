/**
 * Where events, leases and artifacts are kept: an embedded database in a file or PostgreSQL by the
 * same migrations, and a content-addressed folder. The chain of hashes is made and checked here.
 * What the events mean is the affair of the investigation package.
 */
@NullMarked
package dev.athanor.agent.journal;

import org.jspecify.annotations.NullMarked;
