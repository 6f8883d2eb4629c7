/**
 * DiffSpectra: which molecule has these spectra. Here lives the port that tools and the command
 * line use, with its question and its answer; the models behind it live in the packages below.
 * Reading spectra from files is not done here.
 */
@NullMarked
package dev.athanor.models.diffspectra;

import org.jspecify.annotations.NullMarked;
