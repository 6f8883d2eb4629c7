@NullMarked
package dev.athanor.models;

import org.jspecify.annotations.NullMarked;
