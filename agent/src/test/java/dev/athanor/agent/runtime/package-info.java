/** Tests of the package of the same name; parts for tests live in {@code dev.athanor.agent.testing}. */
@NullMarked
package dev.athanor.agent.runtime;

import org.jspecify.annotations.NullMarked;
