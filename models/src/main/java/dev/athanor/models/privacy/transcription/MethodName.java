package dev.athanor.models.privacy.transcription;

/** The five methods by the names of their papers. */
public enum MethodName {
  /** Discriminative-generative distillation, arXiv 2409.02404. */
  DISCRIMINATIVE_GENERATIVE,
  /** Data-free distillation with selective randomised response, arXiv 2409.12384. */
  SELECTIVE_RESPONSE,
  /** DP-SAD: a student diffusion model under noised gradients, arXiv 2408.14738. */
  DIFFUSION_STUDENT,
  /** DP synthetic distillation, data-sensitive mode, arXiv 2601.19090. */
  SYNTHETIC_DISTILLATION_DATA,
  /** DP synthetic distillation, label-sensitive mode, arXiv 2601.19090. */
  SYNTHETIC_DISTILLATION_LABEL,
  /** PGE, private gradient estimation by sliced score matching, arXiv 2305.10662. */
  GRADIENT_ESTIMATION;

  /** The word that commands and files use, such as {@code selective-response}. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
