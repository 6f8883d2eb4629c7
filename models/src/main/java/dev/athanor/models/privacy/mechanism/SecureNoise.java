package dev.athanor.models.privacy.mechanism;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Noise that cannot be foreseen: the key stream of AES-256 in counter mode under a key from the
 * machine's secure generator, which nobody keeps.
 *
 * <p>A Gaussian number is half the sum of four that come from pairs of uniform ones (Box and
 * Muller). One alone would be a function of so few bits that its last digits tell which values the
 * noise can have had, and so what it was added to; of four, the combinations are too many to try.
 *
 * <p>Not safe for use from several threads.
 *
 * @see <a href="https://arxiv.org/abs/2107.10138">Holohan and Braghin, Secure random sampling in
 *     differential privacy (2021), section 4</a>
 */
public final class SecureNoise implements NoiseSource {
  private static final int KEY_BYTES = 32;
  private static final int BLOCK_BYTES = 16;
  private static final int BUFFERED_BYTES = 1 << 14;
  private static final byte[] NOTHING = new byte[BUFFERED_BYTES];
  private static final double UNIT = 0x1.0p-53;
  private static final int SPARE_BITS = 11;

  /** Box-Muller numbers in one Gaussian number; their sum has twice the deviation of each. */
  private static final int SUMMED = 4;

  private final Cipher keyStream;
  private LongBuffer words = LongBuffer.allocate(0);

  /** Noise under a key of its own. */
  public SecureNoise() {
    byte[] secret = new byte[KEY_BYTES + BLOCK_BYTES];
    new SecureRandom().nextBytes(secret);
    try {
      keyStream = Cipher.getInstance("AES/CTR/NoPadding");
      keyStream.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(secret, 0, KEY_BYTES, "AES"),
          new IvParameterSpec(secret, KEY_BYTES, BLOCK_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES in counter mode", e);
    }
  }

  @Override
  public double uniform() {
    return (nextWord() >>> SPARE_BITS) * UNIT;
  }

  @Override
  public double gaussian() {
    double sum = 0;
    for (int pair = 0; pair < SUMMED / 2; pair++) {
      double length = Math.sqrt(-2 * Math.log(1 - uniform()));
      double angle = 2 * Math.PI * uniform();
      sum += length * (Math.cos(angle) + Math.sin(angle));
    }
    return sum / Math.sqrt(SUMMED);
  }

  private long nextWord() {
    if (!words.hasRemaining()) {
      words = ByteBuffer.wrap(keyStream.update(NOTHING)).asLongBuffer();
    }
    return words.get();
  }
}
