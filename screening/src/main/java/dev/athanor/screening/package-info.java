/**
 * Funnels over many crystals: a source in shards, an ordered list of gates, a campaign that counts
 * what entered and left every gate, and an engine that runs it and can be stopped at any moment.
 * What a gate asks of a crystal is the caller's affair, as is where crystals come from.
 */
@NullMarked
package dev.athanor.screening;

import org.jspecify.annotations.NullMarked;
