/**
 * The atomic model on another machine: both ends of the Open Inference Protocol, version 2, over
 * HTTP with JSON. The client is an atomic model like any other; the server answers for one that is
 * loaded. How numbers are computed is not decided here.
 */
@NullMarked
package dev.athanor.models.hosting;

import org.jspecify.annotations.NullMarked;
