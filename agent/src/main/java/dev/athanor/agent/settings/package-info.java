/**
 * Every setting of the agent, one small typed interface per concern. Defaults stand here and are
 * documented in application.properties at the top of the project.
 */
@NullMarked
package dev.athanor.agent.settings;

import org.jspecify.annotations.NullMarked;
