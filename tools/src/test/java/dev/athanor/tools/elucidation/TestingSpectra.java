package dev.athanor.tools.elucidation;

/** Small spectra as text. */
final class TestingSpectra {
  /** A line with all three spectra and nothing else. */
  static final String LINE =
      "{\"id\":\"m1\",\"ir\":[[1200,10],[2900,5]],\"raman\":[[1210,1,2]],\"uv\":[[7.5,0.3]]}";

  /** The same with the answer beside it. */
  static final String TOLD =
      LINE.replace(
          "{\"id\"",
          "{\"smiles\":\"COC\",\"species\":[\"Xx\"],\"positions\":[[0,0,0]],"
              + "\"energy_hartree\":\"none\",\"id\"");

  /** A measured infrared spectrum. */
  static final String MEASURED =
      """
      ##TITLE=something in a bottle
      ##JCAMP-DX=4.24
      ##DATA TYPE=INFRARED SPECTRUM
      ##ORIGIN=test
      ##OWNER=test
      ##MOLFORM=C 2 H 6 O
      ##XUNITS=1/CM
      ##YUNITS=TRANSMITTANCE
      ##XFACTOR=1
      ##YFACTOR=1
      ##NPOINTS=3
      ##XYPOINTS=(XY..XY)
      1200,1 1300,0.1 1400,1
      ##END=
      """;

  private TestingSpectra() {}
}
