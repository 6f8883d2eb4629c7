/**
 * Parts made for tests: tools that leave a trace, a chat model that follows a script. Nothing here
 * is mocked by a library. The tests themselves live beside what they test.
 */
@NullMarked
package dev.athanor.agent.testing;

import org.jspecify.annotations.NullMarked;
