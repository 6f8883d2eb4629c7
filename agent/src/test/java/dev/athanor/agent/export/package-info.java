/**
 * Tests of the files that leave the house, read back with other means than those that wrote them.
 */
@NullMarked
package dev.athanor.agent.export;

import org.jspecify.annotations.NullMarked;
