package dev.athanor.agent.planner;

import java.time.Duration;

/**
 * How much of a model's server is put up with.
 *
 * @param maxReply bytes of one reply
 * @param retries repetitions of a failed request
 * @param maxWait the longest wait before a repetition
 */
record HttpBounds(long maxReply, int retries, Duration maxWait) {}
