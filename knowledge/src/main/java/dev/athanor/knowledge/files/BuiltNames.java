package dev.athanor.knowledge.files;

/** Names of the built files, and of the stages in which they are built. */
public final class BuiltNames {
  /** Reference phases, tab-separated. */
  public static final String PHASES = "phases.tsv.gz";

  /** Known superconductors, tab-separated. */
  public static final String SUPERCONDUCTORS = "superconductors.tsv.gz";

  /** Motifs, crystal JSON lines. */
  public static final String MOTIFS = "motifs.jsonl.gz";

  /** Known crystals to make others from, crystal JSON lines. */
  public static final String CRYSTALS = "crystals.jsonl.gz";

  /** Index of known structures, binary, compressed within. */
  public static final String STRUCTURES = "structures.bin";

  /** Vectors of the passages of the notes, tab-separated. */
  public static final String PASSAGES = "passages.tsv.gz";

  /** Stage that builds the phases. */
  public static final String PHASES_STAGE = "phases";

  /** Stage that builds the superconductors and motifs. */
  public static final String SUPERCONDUCTORS_STAGE = "superconductors";

  /** Stage that builds the index of structures. */
  public static final String STRUCTURES_STAGE = "structures";

  /** Stage that chooses the known crystals. */
  public static final String CRYSTALS_STAGE = "crystals";

  /** Stage that embeds the notes. */
  public static final String PASSAGES_STAGE = "passages";

  private BuiltNames() {}
}
