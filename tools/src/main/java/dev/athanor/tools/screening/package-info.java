/**
 * Screening as a tool: a funnel over the crystals of a file, made of the questions that the other
 * tools put one by one. The engine, its shards and checkpoints live in module {@code screening}.
 */
@NullMarked
package dev.athanor.tools.screening;

import org.jspecify.annotations.NullMarked;
