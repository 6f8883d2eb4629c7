package dev.athanor.knowledge.build;

import dev.athanor.knowledge.KnowledgeErrors;
import dev.athanor.knowledge.KnowledgeException;
import dev.athanor.knowledge.files.Manifest.InputFile;
import dev.athanor.knowledge.files.Manifest.Source;
import dev.athanor.knowledge.files.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The data sets that a build reads, with their licences and citations. */
final class DataSets {
  static final String LABELLED = "mp2018/train.jsonl.gz";
  static final String VALIDATION = "mp2018/val.jsonl.gz";
  static final String UNLABELLED = "mp_more/structures.jsonl.gz";
  static final String THREE_D_SC = "tc/3dsc_mp.jsonl.gz";
  static final String SUPERCON = "tc/supercon_formulas.csv.gz";
  static final String JARVIS = "tc/jarvis_dft_tc.jsonl.gz";

  private final Path folder;
  private final Map<String, InputFile> inputs = new HashMap<>();

  DataSets(Path folder) {
    this.folder = folder;
    for (String path : List.of(LABELLED, VALIDATION, UNLABELLED, THREE_D_SC, SUPERCON, JARVIS)) {
      if (!Files.isRegularFile(file(path))) {
        throw new KnowledgeException(
            KnowledgeErrors.MISSING_INPUT, "the data folder has no file " + path);
      }
    }
  }

  Path file(String path) {
    return folder.resolve(path);
  }

  List<Source> sources() {
    return List.of(
        source(
            "Materials Project",
            "CC-BY-4.0",
            "Jain et al., APL Materials 1, 011002 (2013), doi:10.1063/1.4812323",
            LABELLED,
            VALIDATION,
            UNLABELLED),
        source("3DSC", "CC-BY-4.0", "Sommer et al., Scientific Data 10, 816 (2023)", THREE_D_SC),
        source(
            "SuperCon (NIMS)",
            "as published with Stanev et al. 2018 and on the JARVIS leaderboard",
            "Stanev et al., npj Computational Materials 4, 29 (2018),"
                + " doi:10.1038/s41524-018-0085-8",
            SUPERCON),
        source(
            "JARVIS-DFT superconductors",
            "public domain",
            "Choudhary and Garrity, npj Computational Materials 8, 244 (2022)",
            JARVIS),
        source(
            "Textbook values",
            "facts typed in from the literature, each row with its source",
            "mainly Roberts, Journal of Physical and Chemical Reference Data 5, 581 (1976)"));
  }

  private Source source(String name, String licence, String citation, String... paths) {
    List<InputFile> files = new ArrayList<>();
    for (String path : paths) {
      files.add(input(path));
    }
    return new Source(name, licence, citation, files);
  }

  /** A data file with its checksum, computed once. */
  InputFile input(String path) {
    return inputs.computeIfAbsent(
        path,
        p -> {
          try {
            return new InputFile(p, Sha256.of(file(p)));
          } catch (IOException e) {
            throw new KnowledgeException(KnowledgeErrors.INPUT_OUTPUT, p + " cannot be read", e);
          }
        });
  }
}
