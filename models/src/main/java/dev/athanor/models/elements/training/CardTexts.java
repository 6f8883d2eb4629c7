package dev.athanor.models.elements.training;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.weights.WeightFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** What the cards of the four weight files say besides figures. */
record CardTexts(
    String purpose,
    String architecture,
    List<ModelCard.Data> data,
    String splits,
    double seconds,
    String command,
    List<String> failures) {
  private static final String COMMAND = "athanor train --data ../shared/data";
  private static final String MATERIALS_PROJECT =
      "Materials Project, MEGNet split of 2018; hull from Bartel et al. 2020";

  static CardTexts energy(int rows, int transferred, double seconds) {
    return new CardTexts(
        "Formation energy of a crystal from the elements, eV/atom, and features for the heads T and C",
        "Invariant message passing with edge states on quotient graphs (one node per class of"
            + " equivalent sites), Gaussians of distances, angular power spectra of sites",
        List.of(
            new ModelCard.Data("mp2018/train", rows, MATERIALS_PROJECT, "CC BY 4.0"),
            new ModelCard.Data(
                "mp_more with the energies of stability/bartel2020, its test split left out",
                transferred,
                "Materials Project; Bartel et al., npj Comput. Mater. 6, 97 (2020)",
                "CC BY 4.0; MIT")),
        "Trained on mp2018/train, and on crystals of mp_more that are the only one of their"
            + " composition, with the energy of its ground state; no composition of mp2018/val among"
            + " the latter. mp2018/val was watched during training and set the factor of"
            + " the deviations and the threshold of stability; coverage is that of either half of it"
            + " with the factor of the other",
        seconds,
        COMMAND,
        List.of(
            "Disordered crystals: trained on ordered ones only, occupancies enter as mixtures",
            "Energies are those of the 2018 corrections; they must not be mixed with other sets",
            "Metastable allotropes of elements and molecular crystals have the largest errors"));
  }

  static CardTexts denoiser(int rows, double seconds, int rounds, long seed) {
    return new CardTexts(
        "Displacements and strain that take a perturbed crystal back towards a known one",
        "Equivariant message passing with moments of rank 0 to 2 and vectors that travel between"
            + " atoms, fixed neighbour slots; told how far from rest a crystal is, or estimating it",
        List.of(
            new ModelCard.Data(
                "mp2018/train and mp_more, 24 sites at most",
                rows,
                "Materials Project",
                "CC BY 4.0")),
        "Trained on perturbed crystals of mp2018/train and mp_more; the first hundred small crystals"
            + " of mp2018/val chose the steps of relaxation, others of mp2018/val measure it",
        seconds,
        String.format(
            Locale.ROOT,
            "%s --stages denoiser --denoising-rounds %d --seed %d",
            COMMAND,
            rounds,
            seed),
        List.of(
            "Knows no energies: a crystal it has relaxed may still be unstable",
            "A strain common to a crystal whose atoms sit well is seen only above some 3 %, and half undone",
            "Ends in the nearest symmetry: distortions below its tolerance, 0.4 angstrom at most and"
                + " less for crystals near rest, are lost",
            "Cells more than a quarter off the usual volume are first scaled to that limit",
            "Crystals above 24 sites and disordered ones were not trained on"));
  }

  static CardTexts transition(HeadData rows, double seconds) {
    return new CardTexts(
        "Transition temperature of a superconductor, kelvin",
        "Randomized trees on composition statistics and carriers, and others on these and backbone"
            + " features, fitted on log(1 + Tc); the median of what all leaves hold",
        headData(rows).subList(0, 2),
        "Five folds by chemical system, seed 20261123, rows of both sources together, rows with Tc 0"
            + " left out; the head itself is fitted to all rows. Deviations are scaled on held-out"
            + " folds, coverage is that of even folds with the scale of odd ones and the reverse",
        seconds,
        COMMAND,
        List.of(
            "Says what Tc would be if it superconducts; whether it does is the question of C",
            "Cuprates near the edge of doping: one structure stands for many temperatures",
            "Hydrides under pressure: hardly any in the data, nothing to be believed"));
  }

  static CardTexts superconductor(HeadData rows, double seconds) {
    return new CardTexts(
        "Probability that a crystal, or a composition, superconducts above 1 K",
        "Randomized trees on composition statistics, carriers and backbone features, fitted to measured"
            + " compounds; boosted trees that also see what was measured on like compositions, five fits"
            + " to those and random crystals; their log odds joined on held-out folds",
        headData(rows),
        "Five folds by chemical system, seed 20261123; random crystals in folds of their own systems,"
            + " weight 0.3, with their structure and without; neighbours of a row come from other"
            + " folds than its own; how the two kinds of trees are joined was chosen on the folds that"
            + " are reported",
        seconds,
        COMMAND,
        List.of(
            "A measured 0 means that no Tc was reported, not that none exists",
            "Random crystals are taken for negatives although nobody measured most of them",
            "The probability is that of this mixture of data, not a base rate of nature"));
  }

  static CardTexts formulaTemperature(int rows, double seconds) {
    return new CardTexts(
        "Temperature that a measurement of a composition would report, kelvin; 0 where finding no"
            + " superconductivity is likelier",
        "Randomized trees on composition statistics and carriers; the median of what all leaves hold",
        List.of(
            new ModelCard.Data(
                "tc/supercon_formulas",
                rows,
                "SuperCon (NIMS) by way of Stanev et al. 2018",
                "as the source states")),
        "Five random folds, seed 20261123; the head itself is fitted to all rows. Deviations are"
            + " scaled on held-out folds, coverage is that of even folds with the scale of odd ones"
            + " and the reverse",
        seconds,
        COMMAND,
        List.of(
            "A reported 0 means that nothing was found, not that nothing exists",
            "Random folds leave near duplicates on both sides: a composition unlike all others is"
                + " answered worse",
            "Cuprates near the edge of doping: a small change of oxygen decides between 0 and 90 K"));
  }

  static CardTexts formulaEnergy(int rows, double seconds) {
    return new CardTexts(
        "Formation energy of the most stable phase of a composition, eV/atom",
        "Boosted trees on composition statistics; further trees for the size of the error",
        List.of(
            new ModelCard.Data(
                FormulaData.GROUND_STATES
                    + ", its test split and compositions of mp2018/val left out",
                rows,
                "Bartel et al., npj Comput. Mater. 6, 97 (2020)",
                "MIT")),
        "The table's own test split is held out; of the rest nine tenths teach, one twentieth says how"
            + " large errors are, one twentieth scales them",
        seconds,
        COMMAND,
        List.of(
            "Knows no structure: not to be compared with hulls, polymorphs look alike",
            "Whether any phase of the composition exists is not asked"));
  }

  private static List<ModelCard.Data> headData(HeadData rows) {
    return List.of(
        new ModelCard.Data(
            "tc/3dsc_mp", rows.structures().size(), "3DSC, Sommer et al. 2023", "CC BY 4.0"),
        new ModelCard.Data(
            "tc/supercon_formulas",
            rows.formulas().size(),
            "SuperCon (NIMS) by way of Stanev et al. 2018",
            "as the source states"),
        new ModelCard.Data(
            "mp2018/train, every sixth", rows.unmeasured().size(), MATERIALS_PROJECT, "CC BY 4.0"));
  }

  /** The card of weights whose network stayed and whose other numbers were fitted anew. */
  static ModelCard refitted(ModelCard card, WeightFile file, Path written) throws IOException {
    return new ModelCard(
        card.model(),
        file.version(),
        card.purpose(),
        card.architecture(),
        file.settings(),
        card.data(),
        card.splits(),
        List.of(),
        weights(written),
        card.hardware(),
        card.runTimeSeconds(),
        card.command(),
        card.knownFailures(),
        card.history(),
        card.charts());
  }

  private static ModelCard.Weights weights(Path written) throws IOException {
    byte[] bytes = Files.readAllBytes(written);
    return new ModelCard.Weights(
        String.valueOf(written.getFileName()), sha256(bytes), bytes.length);
  }

  ModelCard card(WeightFile file, Path written) throws IOException {
    return new ModelCard(
        file.model(),
        file.version(),
        purpose,
        architecture,
        file.settings(),
        data,
        splits,
        List.of(),
        weights(written),
        String.format(
            Locale.ROOT,
            "CPU, %d cores, %s",
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.arch", "unknown")),
        Math.round(seconds),
        command,
        failures,
        List.of(),
        List.of());
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new ModelException(ModelErrors.BAD_CARD, "every Java has SHA-256", e);
    }
  }
}
