/**
 * Answers as text and citations of findings: numbers are rendered from tool results, and a number
 * that cites nothing is marked. Nothing here runs or decides anything.
 */
@NullMarked
package dev.athanor.agent.answer;

import org.jspecify.annotations.NullMarked;
