@NullMarked
package dev.athanor.knowledge;

import org.jspecify.annotations.NullMarked;
