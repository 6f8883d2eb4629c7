package dev.athanor.knowledge.build;

import dev.athanor.knowledge.notes.SentenceEmbedder;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What to build and from what.
 *
 * @param source folder with the data sets {@code mp2018}, {@code mp_more} and {@code tc}
 * @param output folder for the built files, made if needed; files of an earlier build are replaced
 * @param command how the build was started, for the manifest; must hold no path of this machine
 * @param energies the model that gives formation energies; without one the energies of density
 *     functional theory in the data are taken, and the manifest says so
 * @param spaceGroups determines space groups
 * @param embedder embeds the notes; without one they are embedded when first searched
 * @param withUnlabelled whether structures without published energy ({@code mp_more}) become
 *     reference phases too; needs {@code energies}
 */
public record BuildRequest(
    Path source,
    Path output,
    String command,
    Optional<FormationEnergies> energies,
    SpaceGroups spaceGroups,
    Optional<SentenceEmbedder> embedder,
    boolean withUnlabelled) {
  public BuildRequest {
    if (withUnlabelled && energies.isEmpty()) {
      throw new IllegalArgumentException(
          "structures without published energy need a model that gives one");
    }
  }
}
