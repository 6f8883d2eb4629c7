@NullMarked
package dev.athanor.tools;

import org.jspecify.annotations.NullMarked;
