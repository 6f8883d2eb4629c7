/**
 * JMH benchmarks of this module and what runs them: speed per core, beside an oracle's in the same
 * run where there is one. Correctness is tested elsewhere; no test of the default build measures
 * time.
 */
@NullMarked
package dev.athanor.matter.benchmark;

import org.jspecify.annotations.NullMarked;
