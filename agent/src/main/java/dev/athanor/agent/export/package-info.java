/**
 * Synthesis lists as files that leave the house: JSON, CSV, spreadsheet, a zip of crystals and a
 * printable report. Everything is rendered from an investigation's view as it stands; no number is
 * computed, rounded away or looked up here. Who may release a list is decided elsewhere.
 */
@NullMarked
package dev.athanor.agent.export;

import org.jspecify.annotations.NullMarked;
