/**
 * The texts that a language model is given: system prompt, tool guidance, and one skill a file.
 * Only text and the class that reads it live here. When they are used is the agent's affair.
 */
@NullMarked
package dev.athanor.prompts;

import org.jspecify.annotations.NullMarked;
