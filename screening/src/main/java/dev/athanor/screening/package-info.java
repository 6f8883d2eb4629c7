@NullMarked
package dev.athanor.screening;

import org.jspecify.annotations.NullMarked;
