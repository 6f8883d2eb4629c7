/**
 * What a release of something computed from private records costs: the mechanisms, their Renyi
 * differential privacy, composition and conversion to epsilon and delta.
 *
 * <p>Pure mathematics: no noise is drawn here ({@code mechanism}), nothing is remembered ({@code
 * ledger}) and nothing is learned. Everything errs to the side of stating too much epsilon, never
 * too little.
 */
@NullMarked
package dev.athanor.models.privacy.accounting;

import org.jspecify.annotations.NullMarked;
