package dev.athanor.agent.cli;

import dev.athanor.agent.runtime.AgentRuntime;
import dev.athanor.matter.thermodynamics.PhaseDiagram;
import dev.athanor.models.diffspectra.Elucidator;
import dev.athanor.models.elements.AtomicModel;
import dev.athanor.models.elements.CompositionModel;
import dev.athanor.tools.transcription.RegisteredDatasets;
import dev.athanor.tools.transcription.Transcriptions;
import java.io.InputStream;
import java.util.function.Supplier;

/**
 * What the commands work with. Everything is opened when a command asks for it, so that {@code
 * --help} waits for nothing.
 *
 * @param terminal where words go
 * @param input the standard input as it is, for commands that read structures from it
 * @param user whose name stands under approvals
 * @param model opens the atomic model; the caller closes it
 * @param formulas opens the model of compositions without structure; the caller closes it
 * @param elucidator opens the model that tells molecules from their spectra
 * @param referencePhases opens the hull of the reference phases, eV/atom relative to the elements
 * @param transcriptions opens the ledger of privacy and the methods that spend it
 * @param datasets private data sets that are registered on this machine
 * @param agent opens investigations, journal and tools; the caller closes it
 */
record Surroundings(
    Terminal terminal,
    InputStream input,
    String user,
    Supplier<AtomicModel> model,
    Supplier<CompositionModel> formulas,
    Supplier<Elucidator> elucidator,
    Supplier<PhaseDiagram> referencePhases,
    Supplier<Transcriptions> transcriptions,
    Supplier<RegisteredDatasets> datasets,
    Supplier<AgentRuntime> agent) {}
