@NullMarked
package dev.athanor.agent;

import org.jspecify.annotations.NullMarked;
