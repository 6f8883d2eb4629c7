/**
 * The HTTP face of the agent: resources, live events, problem reports and the guard of the loopback
 * address. What the resources do lives in the runtime package. The web console is only a client of
 * these.
 */
@NullMarked
package dev.athanor.agent.rest;

import org.jspecify.annotations.NullMarked;
