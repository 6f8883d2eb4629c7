package dev.athanor.models.diffspectra.spectra;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which molecules are held out of every training: one in ten.
 *
 * <p>Held out is a molecule whose first InChIKey block (fourteen letters: the constitution,
 * whatever its stereochemistry) has a SHA-256 that, read as one unsigned number, divides by ten. So
 * all stereoisomers stay on one side, and the side depends on nothing but the molecule.
 */
public final class MoleculeSplit {
  private static final int BLOCK = 14;

  private MoleculeSplit() {}

  /** The block of an InChIKey that tells the constitution. */
  public static String constitution(String inchiKey) {
    if (inchiKey.length() < BLOCK) {
      throw new IllegalArgumentException("'" + inchiKey + "' is no InChIKey");
    }
    return inchiKey.substring(0, BLOCK);
  }

  /** Whether the molecule with this InChIKey, or with this first block, is for validation. */
  public static boolean isHeldOut(String inchiKey) {
    return fold(inchiKey, "", 10) == 0;
  }

  /**
   * The fold of a molecule among {@code folds}, told by its constitution and {@code salt}; with no
   * salt and ten folds, the fold 0 is held out.
   */
  public static int fold(String inchiKey, String salt, int folds) {
    int remainder = 0;
    for (byte digit : sha256(constitution(inchiKey) + salt)) {
      remainder = (remainder * 256 + Byte.toUnsignedInt(digit)) % folds;
    }
    return remainder;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
