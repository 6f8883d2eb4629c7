package dev.athanor.matter.isomer;

import dev.athanor.matter.molecule.MolecularGraph;
import java.util.List;

/**
 * Isomers of a formula.
 *
 * @param isomers each constitution once, in an order that is the same in every run
 * @param ending whether these are all
 */
public record IsomerList(List<MolecularGraph> isomers, IsomerEnding ending) {
  public IsomerList {
    isomers = List.copyOf(isomers);
  }
}
