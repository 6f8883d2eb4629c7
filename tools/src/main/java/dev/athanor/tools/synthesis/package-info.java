/**
 * From a crystal to a sheet that a laboratory can work from: precursors, weighings, route,
 * temperature program, hazards, expected diffraction pattern. Rules of thumb of preparative solid
 * state chemistry, each with its reason in words; no model and no prediction of yield. A chemist
 * reads every sheet before anything is weighed.
 */
@NullMarked
package dev.athanor.tools.synthesis;

import org.jspecify.annotations.NullMarked;
