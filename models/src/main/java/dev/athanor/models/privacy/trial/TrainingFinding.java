package dev.athanor.models.privacy.trial;

import dev.athanor.models.privacy.audit.AuditFinding;
import dev.athanor.models.privacy.audit.MembershipAttack;

/**
 * What a training with canaries showed.
 *
 * @param bound on epsilon from below
 * @param attack how well canaries that took part are told from those that did not
 * @param canaries how many were put in or left out by a coin each
 * @param records beside them
 */
public record TrainingFinding(
    AuditFinding bound, MembershipAttack attack, int canaries, int records) {}
