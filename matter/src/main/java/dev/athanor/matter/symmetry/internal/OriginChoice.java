package dev.athanor.matter.symmetry.internal;

import dev.athanor.matter.symmetry.SymmetryOperation;
import java.util.ArrayList;
import java.util.List;

/**
 * Which operations fix the origin of a standard setting.
 *
 * <p>Sets of generators, few before many and proper before improper ones, the inversion last. Where
 * several origins are equally standard, the first set whose origin suits every operation decides;
 * spglib tries the same sets, so that Wyckoff letters mostly come out as there.
 */
final class OriginChoice {
  private static final List<List<String>> MONOCLINIC =
      List.of(List.of("-x,y,-z"), List.of("x,-y,z"), List.of("-x,y,-z", "-x,-y,-z"));
  private static final List<List<String>> ORTHORHOMBIC =
      List.of(
          List.of("-x,-y,z", "x,-y,-z"),
          List.of("-x,-y,z", "-x,y,z"),
          List.of("x,y,-z", "x,-y,-z"),
          List.of("x,y,-z", "-x,y,z"),
          List.of("-x,-y,z", "x,-y,-z", "-x,-y,-z"));
  private static final List<List<String>> TETRAGONAL =
      oneAxis("-y,x,z", "y,-x,-z", List.of("x,-y,-z", "-x,y,z"), List.of("x,-y,-z"));
  private static final List<List<String>> TRIGONAL =
      oneAxis(
          "-y,x-y,z",
          "y,-x+y,-z",
          List.of("-y,-x,-z", "y,x,-z", "y,x,z", "-y,-x,z"),
          List.of("-y,-x,-z", "y,x,-z"));
  private static final List<List<String>> HEXAGONAL =
      oneAxis("x-y,x,z", "-x+y,-x,-z", List.of("-y,-x,-z", "y,x,z"), List.of("-y,-x,-z"));
  private static final List<List<String>> CUBIC =
      List.of(
          List.of("-y,x,z", "z,x,y"),
          List.of("-y,x,z", "-z,-x,-y"),
          List.of("-x,-y,z", "z,x,y"),
          List.of("-x,-y,z", "-z,-x,-y"),
          List.of("y,-x,-z", "z,x,y"),
          List.of("y,-x,-z", "-z,-x,-y"),
          List.of("x,y,-z", "z,x,y"),
          List.of("x,y,-z", "-z,-x,-y"),
          List.of("-y,x,z", "z,x,y", "-x,-y,-z"),
          List.of("-x,-y,z", "z,x,y", "-x,-y,-z"));

  private OriginChoice() {}

  /** Matrices in the conventional cell; those that a group lacks make a set useless to it. */
  static List<List<int[]>> generators(CrystalSystem system) {
    List<List<String>> texts =
        switch (system) {
          case TRICLINIC -> List.of(List.of(), List.of("-x,-y,-z"));
          case MONOCLINIC -> MONOCLINIC;
          case ORTHORHOMBIC -> ORTHORHOMBIC;
          case TETRAGONAL -> TETRAGONAL;
          case TRIGONAL -> TRIGONAL;
          case HEXAGONAL -> HEXAGONAL;
          case CUBIC -> CUBIC;
        };
    List<List<int[]>> found = new ArrayList<>();
    for (List<String> set : texts) {
      List<int[]> matrices = new ArrayList<>();
      for (String text : set) {
        SymmetryOperation operation = SymmetryOperation.parse(text);
        int[] w = new int[9];
        for (int i = 0; i < 9; i++) {
          w[i] = operation.rotation(i / 3, i % 3);
        }
        matrices.add(w);
      }
      found.add(matrices);
    }
    return found;
  }

  private static List<List<String>> oneAxis(
      String proper, String improper, List<String> second, List<String> properSecond) {
    List<List<String>> found = new ArrayList<>();
    for (String axis : List.of(proper, improper)) {
      found.add(List.of(axis));
      second.forEach(other -> found.add(List.of(axis, other)));
    }
    found.add(List.of(proper, "-x,-y,-z"));
    properSecond.forEach(other -> found.add(List.of(proper, other, "-x,-y,-z")));
    return found;
  }
}
