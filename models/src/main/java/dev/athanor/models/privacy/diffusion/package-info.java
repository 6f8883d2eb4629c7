/**
 * Diffusion between points of a latent space and noise: how much noise there is when, the exact
 * denoiser of a mixture of Gaussians, a small network that denoises, what tells the two apart, and
 * drawing.
 *
 * <p>Nothing here sees a record or knows a budget: the mixture comes from {@code density}, and who
 * learns from whom under which noise is {@code methods}' part.
 */
@NullMarked
package dev.athanor.models.privacy.diffusion;

import org.jspecify.annotations.NullMarked;
