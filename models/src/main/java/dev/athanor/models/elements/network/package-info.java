/**
 * The two networks of Elements and the arrays they run on: the invariant one for energies and
 * features, the equivariant one for displacements and strains. Only this package and the trainers
 * touch the engine. Fitting them is the business of {@code dev.athanor.models.elements.training}.
 */
@NullMarked
package dev.athanor.models.elements.network;

import org.jspecify.annotations.NullMarked;
