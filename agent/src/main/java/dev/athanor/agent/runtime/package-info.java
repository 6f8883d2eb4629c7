/**
 * The composition root: builds journal, tools, planner and loop from the settings, each when it is
 * first needed, and offers what command line and REST call. Rules of the loop and of the domain
 * live in their own packages.
 */
@NullMarked
package dev.athanor.agent.runtime;

import org.jspecify.annotations.NullMarked;
