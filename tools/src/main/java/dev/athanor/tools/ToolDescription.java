package dev.athanor.tools;

/**
 * A tool in words, in six parts that a planner (a person or a language model) needs to choose it
 * well.
 *
 * @param name {@code verb_noun}
 * @param what what it does, one sentence
 * @param whenToUse when it is the right tool and when not
 * @param inputs what it needs
 * @param outputs what it gives
 * @param limits where it fails or must not be trusted
 * @param cost typical time
 */
public record ToolDescription(
    String name,
    String what,
    String whenToUse,
    String inputs,
    String outputs,
    String limits,
    String cost) {}
