package dev.athanor.models.privacy.accounting;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * Something that was, or is to be, released from private records, with the parameters that decide
 * what it costs. Ledgers keep mechanisms, not costs, so that anyone can compute the cost again.
 *
 * <p>The unit of privacy is what one record can change: see each mechanism.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "mechanism")
@JsonSubTypes({
  @JsonSubTypes.Type(value = GaussianMechanism.class, name = "gaussian"),
  @JsonSubTypes.Type(value = SubsampledGaussian.class, name = "subsampled-gaussian"),
  @JsonSubTypes.Type(value = NoisyVotes.class, name = "noisy-votes"),
  @JsonSubTypes.Type(value = ConfidentVotes.class, name = "confident-votes"),
  @JsonSubTypes.Type(value = LaplaceVotes.class, name = "laplace-votes"),
  @JsonSubTypes.Type(value = RandomizedResponse.class, name = "randomized-response")
})
public sealed interface PrivateMechanism
    permits GaussianMechanism,
        SubsampledGaussian,
        NoisyVotes,
        ConfidentVotes,
        LaplaceVotes,
        RandomizedResponse {
  /** What all releases of it cost together. */
  RenyiCost cost();

  /** What the cost is counted by. */
  Protected unit();

  /** What a guarantee speaks of. */
  enum Protected {
    /** Presence and content of one record of the data. */
    RECORD,
    /** The label of one answer; that a record was there at all is not hidden. */
    LABEL
  }
}
