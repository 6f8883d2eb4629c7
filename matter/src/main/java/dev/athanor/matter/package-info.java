@NullMarked
package dev.athanor.matter;

import org.jspecify.annotations.NullMarked;
