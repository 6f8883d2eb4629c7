package dev.athanor.models.diffspectra.network;

/**
 * Sizes of the whole network.
 *
 * @param encoder of spectra
 * @param denoiser of molecules
 */
public record DiffusionNetworkSettings(EncoderSettings encoder, DenoiserSettings denoiser) {
  /** As published. */
  public static final DiffusionNetworkSettings PUBLISHED =
      new DiffusionNetworkSettings(EncoderSettings.PUBLISHED, DenoiserSettings.PUBLISHED);
}
