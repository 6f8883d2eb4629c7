package dev.athanor.agent.export;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Where a number stands in a tool's result.
 *
 * @param call identifier of the call
 * @param pointer JSON pointer into its result
 * @param value what stands there
 */
record Finding(String call, String pointer, JsonNode value) {}
