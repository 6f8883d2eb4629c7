/**
 * Neural models and what they say: every number a model gives is an {@link
 * dev.athanor.models.Estimate}. The engine (DJL) is an inner matter of this module; nothing of it
 * shows in a public signature.
 */
@NullMarked
package dev.athanor.models;

import org.jspecify.annotations.NullMarked;
