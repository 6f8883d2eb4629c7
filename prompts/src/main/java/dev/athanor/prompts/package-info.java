@NullMarked
package dev.athanor.prompts;

import org.jspecify.annotations.NullMarked;
