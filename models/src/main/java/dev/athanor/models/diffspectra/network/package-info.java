/**
 * The networks of DiffSpectra on the engine's arrays: the encoder of spectra, the equivariant
 * denoiser of molecules, and small readouts. A network here is a function of one vector of
 * parameters. Fitting them is the business of {@code dev.athanor.models.diffspectra.training}.
 */
@NullMarked
package dev.athanor.models.diffspectra.network;

import org.jspecify.annotations.NullMarked;
