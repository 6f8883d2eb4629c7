package dev.athanor.agent.cli;

/** Small structures as text. */
final class Structures {
  /** Rock salt with two atoms in its primitive cell, as a JSON line without the line break. */
  static final String SALT =
      "{\"id\":\"salt\",\"lattice\":[[0,2.82,2.82],[2.82,0,2.82],[2.82,2.82,0]],"
          + "\"species\":[\"Na\",\"Cl\"],\"frac_coords\":[[0,0,0],[0.5,0.5,0.5]]}";

  /** Tungsten. */
  static final String TUNGSTEN =
      "{\"id\":\"tungsten\",\"lattice\":[[3.165,0,0],[0,3.165,0],[0,0,3.165]],"
          + "\"species\":[\"W\",\"W\"],\"frac_coords\":[[0,0,0],[0.5,0.5,0.5]]}";

  /** A line that is cut in the middle. */
  static final String CUT = "{\"id\":\"cut\",\"lattice\":[[1,0,0],";

  /** Lead, which the testing model refuses. */
  static final String LEAD =
      "{\"id\":\"lead\",\"lattice\":[[4.95,0,0],[0,4.95,0],[0,0,4.95]],"
          + "\"species\":[\"Pb\"],\"frac_coords\":[[0,0,0]]}";

  /** Bismuth, at which the testing model fails. */
  static final String BISMUTH = LEAD.replace("Pb", "Bi").replace("lead", "bismuth");

  /** Two elements on one site. */
  static final String ALLOY =
      "{\"id\":\"alloy\",\"lattice\":[[3.1,0,0],[0,3.1,0],[0,0,3.1]],"
          + "\"species\":[{\"Nb\":0.5,\"Ti\":0.5}],\"frac_coords\":[[0,0,0]]}";

  /** A CIF of caesium chloride. */
  static final String CIF =
      """
      data_cesium
      _cell_length_a 4.123(1)
      _cell_length_b 4.123(1)
      _cell_length_c 4.123(1)
      _cell_angle_alpha 90
      _cell_angle_beta 90
      _cell_angle_gamma 90
      _symmetry_space_group_name_H-M 'P m -3 m'
      loop_
      _atom_site_label
      _atom_site_fract_x
      _atom_site_fract_y
      _atom_site_fract_z
      Cs1 0 0 0
      Cl1 0.5 0.5 0.5
      """;

  private Structures() {}
}
