package dev.athanor.matter.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("StringConcatToTextBlock") // rows that are varied read better joined
class CifReaderTest {
  private static final String CUBE =
      """
      data_x
      _cell_length_a 5.4310(2)
      _cell_length_b 5.4310(2)
      _cell_length_c 5.4310(2)
      _cell_angle_alpha 90
      _cell_angle_beta 90.
      _cell_angle_gamma 90.0(1)
      """;
  private static final String ATOMS =
      """
      loop_
      _atom_site_label
      _atom_site_type_symbol
      _atom_site_fract_x
      _atom_site_fract_y
      _atom_site_fract_z
      _atom_site_occupancy
      """;

  private static CifStructure only(String text) {
    CifReading reading = CifReader.read(text, "folder/some.cif");
    assertThat(reading.structures()).hasSize(1);
    return reading.structures().get(0);
  }

  private static CifStructure cube(String symmetry, String atoms) {
    return only(CUBE + symmetry + ATOMS + atoms);
  }

  private static void assertRejected(String text, MatterErrors code, int line) {
    assertThatThrownBy(() -> CifReader.read(text, "x"))
        .isInstanceOfSatisfying(
            MatterException.class,
            e -> {
              assertThat(e.code()).as(e.getMessage()).isEqualTo(code);
              assertThat(e.line()).hasValue(line);
            });
  }

  @Test
  void uncertaintiesInBracketsAreDropped() {
    CifStructure structure = cube("", "Si1 Si 0.1250(3) .125 1/8 1\n");
    assertThat(structure.record().id()).isEqualTo("some");
    assertThat(structure.record().crystal().lattice().a().x()).isEqualTo(5.4310);
    assertThat(structure.record().crystal().sites().get(0).position().z()).isEqualTo(0.125);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "_space_group_name_H-M_alt 'F d -3 m :1'| 0| 8",
        "_symmetry_space_group_name_H-M 'Fd-3m S'| 0| 8",
        "_symmetry_space_group_name_H-M Fd3m:1| 0| 8",
        "_space_group_name_Hall 'F 4d 2 3 -1d'| 0| 8",
        "_space_group_name_H-M_alt 'F d -3 m :2'| 0.125| 8",
        "_space_group_name_H-M_alt 'F d -3 m :2'| 0| 16",
        "_symmetry_Int_Tables_number 227| 0.125| 8",
        "_symmetry_Int_Tables_number 225| 0| 4"
      })
  void symmetryComesFromNameHallSymbolOrNumber(String symmetry, String place, int sites) {
    CifStructure structure =
        cube(symmetry + "\n", "Si1 Si " + place + " " + place + " " + place + " 1\n");
    assertThat(structure.record().crystal().sites()).hasSize(sites);
    assertThat(structure.spaceGroup()).isPresent();
  }

  @Test
  void anOriginLeftOpenIsTheOneThatMakesTheFormula() {
    String name = "_chemical_formula_sum 'Mg Al2 O4'\n_space_group_name_H-M_alt 'F d -3 m'\n";
    CifStructure first =
        cube(name, "Mg Mg 0 0 0 1\nAl Al .625 .625 .625 1\nO O .387 .387 .387 1\n");
    CifStructure second =
        cube(name, "Mg Mg .125 .125 .125 1\nAl Al .5 .5 .5 1\nO O .262 .262 .262 1\n");
    assertThat(first.spaceGroup().orElseThrow().choice()).isEqualTo("1");
    assertThat(second.spaceGroup().orElseThrow().choice()).isEqualTo("2");
    assertThat(first.record().crystal().sites()).hasSize(56);
    assertThat(second.record().crystal().sites()).hasSize(56);
    assertThat(second.warnings())
        .anyMatch(w -> w.kind() == CifWarning.Kind.ASSUMED && w.line().isPresent());
  }

  @Test
  void listedOperationsComeBeforeTheName() {
    CifStructure structure =
        cube(
            "_symmetry_space_group_name_H-M 'F m -3 m'\n"
                + "loop_\n_symmetry_equiv_pos_site_id\n_symmetry_equiv_pos_as_xyz\n"
                + "1 x,y,z\n2 '-x, -y, -z'\n",
            "Fe1 Fe .1 .2 .3 1\n");
    assertThat(structure.record().crystal().sites()).hasSize(2);
    assertThat(structure.spaceGroupNumber()).hasValue(2);
    assertThat(structure.warnings()).anyMatch(w -> w.kind() == CifWarning.Kind.SYMMETRY);
  }

  @Test
  void imagesWithinAHundredthOfAnAngstromAreOneSite() {
    String inversion = "_space_group_name_H-M_alt 'P -1'\n";
    assertThat(cube(inversion, "Fe1 Fe .0004 0 0 1\n").record().crystal().sites()).hasSize(1);
    assertThat(cube(inversion, "Fe1 Fe .03 0 0 1\n").record().crystal().sites()).hasSize(2);
    CifStructure twice = cube("", "O1 O .1 .1 .1 1\nO1 O .1 .1 1.101 1\n");
    assertThat(twice.record().crystal().sites()).hasSize(1);
    assertThat(twice.warnings()).anyMatch(w -> w.kind() == CifWarning.Kind.SITE_MERGED);
  }

  @Test
  void thirdsPrintedWithThreeDigitsLieOnTheirAxis() {
    String hexagonal =
        "data_h\n_cell_length_a 9\n_cell_length_b 9\n_cell_length_c 5\n_cell_angle_gamma 120\n"
            + "_space_group_name_H-M_alt 'P 63/m m c'\n";
    Crystal crystal = only(hexagonal + ATOMS + "Mg1 Mg .333 .667 .25 1\n").record().crystal();
    assertThat(crystal.sites()).hasSize(2);
    assertThat(crystal.sites().get(0).position().x()).isCloseTo(1 / 3.0, within(1e-9));
  }

  @Test
  void speciesAtOnePlaceShareIt() {
    Crystal crystal =
        cube("", "Al1 Al 0 0 0 .25\nSi1 Si 0 0 0 .75\nO1 O .5 .5 .5 ?\n").record().crystal();
    assertThat(crystal.sites()).hasSize(2);
    Site shared = crystal.sites().get(0);
    assertThat(shared.occupancies()).containsEntry(Element.Al, .25).containsEntry(Element.Si, .75);
    assertThat(crystal.sites().get(1).isOrdered()).isTrue();
  }

  @Test
  void occupanciesAboveOneByRoundingAreScaledAndOthersRejected() {
    CifStructure rounded = cube("", "Al1 Al 0 0 0 .34\nSi1 Si 0 0 0 .34\nGe1 Ge 0 0 0 .33\n");
    assertThat(rounded.record().crystal().sites().get(0).totalOccupancy())
        .isCloseTo(1, within(1e-12));
    assertThat(rounded.warnings()).anyMatch(w -> w.kind() == CifWarning.Kind.OCCUPANCY);
    assertRejected(
        CUBE + ATOMS + "Al1 Al 0 0 0 .7\nSi1 Si 0 0 0 .7\n", MatterErrors.BAD_OCCUPANCY, 16);
    assertRejected(CUBE + ATOMS + "Al1 Al 0 0 0 1.5\n", MatterErrors.BAD_OCCUPANCY, 15);
    assertRejected(CUBE + ATOMS + "Al1 Al 0 0 0 -.5\n", MatterErrors.BAD_OCCUPANCY, 15);
  }

  @ParameterizedTest
  @CsvSource({
    "Fe1,Fe3+,Fe", "Fe1,?,Fe", "X1,O2-,O", "Cl-1,Cl-1,Cl", "CL1,CL,Cl", "D1,D,H", "OW1,.,O",
    "Wat1,.,O", "Hf2,.,Hf", "Co1,Co,Co", "C1,Cval,C", "Si(1),Siva,Si", "NB1,.,Nb", "Tl+1,.,Tl"
  })
  void symbolsAndLabelsNameElements(String label, String type, String element) {
    Crystal crystal = cube("", label + " " + type + " 0 0 0 1\n").record().crystal();
    assertThat(crystal.sites().get(0).majorElement().symbol()).isEqualTo(element);
  }

  @Test
  void aDoubtfulLabelIsSettledByTheFormula() {
    String atoms =
        "loop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n"
            + "Ho1 0 0 0\nO1 .5 .5 .5\n";
    assertThat(
            only(CUBE + "_chemical_formula_sum 'H O'\n" + atoms)
                .record()
                .crystal()
                .composition()
                .elements())
        .containsExactly(Element.H, Element.O);
    assertThat(
            only(CUBE + "_chemical_formula_sum 'Ho O'\n" + atoms)
                .record()
                .crystal()
                .composition()
                .elements())
        .containsExactly(Element.O, Element.Ho);
  }

  @Test
  void mixturesInATypeSymbolShareTheSite() {
    Crystal crystal = cube("", "T1 '0.75Si + 0.25Al' 0 0 0 1\n").record().crystal();
    assertThat(crystal.sites().get(0).occupancies())
        .containsEntry(Element.Si, .75)
        .containsEntry(Element.Al, .25);
  }

  @Test
  void placesWithoutAtomsAreLeftOut() {
    CifStructure structure =
        cube(
            "", "Cg1 . .1 .1 .1 1\nQ1 . .2 .2 .2 1\nN1 N ? ? ? 1\nN2 N .3 .3 .3 0\nO1 O 0 0 0 1\n");
    assertThat(structure.record().crystal().sites()).hasSize(1);
    assertThat(structure.warnings())
        .filteredOn(w -> w.kind() == CifWarning.Kind.SITE_SKIPPED)
        .hasSize(4);
  }

  @Test
  void deuteriumIsHydrogenAndSaidSo() {
    CifStructure structure = cube("", "D1 D 0 0 0 1\n");
    assertThat(structure.record().text("isotopes")).contains("D");
    assertThat(structure.record().crystal().composition().elements()).containsExactly(Element.H);
  }

  @Test
  void cartesianCoordinatesServeWhereFractionalOnesAreAbsent() {
    Crystal crystal =
        only(CUBE
                + "loop_\n_atom_site_label\n_atom_site_Cartn_x\n_atom_site_Cartn_y\n"
                + "_atom_site_Cartn_z\nSi1 0 0 0\nSi2 1.35775 1.35775 1.35775\n")
            .record()
            .crystal();
    assertThat(crystal.sites().get(1).position().y()).isCloseTo(.25, within(1e-12));
  }

  @Test
  void namesWithDotsAndCapitalsAreTheSame() {
    String dotted =
        (CUBE + ATOMS + "Si1 Si 0 0 0 1\n")
            .replace("_cell_", "_CELL.")
            .replace("_atom_site_", "_atom_site.");
    assertThat(only(dotted).record().crystal().sites()).hasSize(1);
  }

  @Test
  void everyBlockWithACrystalIsARecordAndOthersAreSkipped() {
    String text =
        "data_global\n_publ_section_title 'words'\n"
            + (CUBE + ATOMS + "Si1 Si 0 0 0 1\n")
            + (CUBE.replace("data_x", "data_y") + ATOMS + "Ge1 Ge 0 0 0 1\n")
            + (CUBE.replace("data_x", "data_z") + ATOMS + "Zz1 Zz 0 0 0 1\n");
    CifReading reading = CifReader.read(text, "many.cif");
    assertThat(reading.records()).extracting(r -> r.id()).containsExactly("many:x", "many:y");
    assertThat(reading.rejected()).hasSize(1);
    assertThat(reading.rejected().get(0).why().code()).isEqualTo(MatterErrors.UNKNOWN_ELEMENT);
  }

  @Test
  void hydrogensWithoutCoordinatesAndOtherFormulasAreSaid() {
    CifStructure implied = cube("_chemical_formula_sum 'O H2'\n", "O1 O 0 0 0 1\n");
    assertThat(implied.warnings()).anyMatch(w -> w.kind() == CifWarning.Kind.IMPLICIT_ATOMS);
    CifStructure other = cube("_chemical_formula_sum 'Fe2 O3'\n", "O1 O 0 0 0 1\n");
    assertThat(other.warnings()).anyMatch(w -> w.kind() == CifWarning.Kind.COMPOSITION);
  }

  @Test
  void quotesTextFieldsCommentsAndLineEndsAreSyntax() {
    String text =
        (CUBE + ATOMS + "Si1 Si 0 0 0 1 # the only one\n")
            .replace(
                "data_x\n",
                "# head\ndata_x\n_a 'it's'\n_b\n;\n_cell_length_a 9\n;\n_c \"loop_\"\n");
    assertThat(only(text).record().crystal().lattice().a().x()).isEqualTo(5.4310);
    assertThat(only(text.replace("\n", "\r\n")).record().crystal().sites()).hasSize(1);
    assertThat(only("\uFEFF" + text.replace("\n", "\r")).record().crystal().sites()).hasSize(1);
    assertThat(only(text + "_q 'open\n").warnings())
        .anyMatch(w -> w.kind() == CifWarning.Kind.SYNTAX);
  }

  @Test
  void version2ListsAndTripleQuotesArePassedOver() {
    String text =
        "#\\#CIF_2.0\n"
            + CUBE
            + "_l [1 [2 'a]'] {'k':3}]\n_t '''a ' b\nloop_'''\n"
            + ATOMS
            + "Si1 Si 0 0 0 1\n";
    assertThat(only(text).record().crystal().sites()).hasSize(1);
  }

  @Test
  void defectsAreNamedWithTheirLine() {
    assertRejected(
        "data_x\n_cell_length_a 5\n_cell_length_b ?\n_cell_length_c 5\n" + ATOMS + "O O 0 0 0 1\n",
        MatterErrors.MISSING_CELL,
        3);
    assertRejected(CUBE.replace("5.4310(2)", "-1"), MatterErrors.BAD_LATTICE, 4);
    assertRejected(CUBE, MatterErrors.MISSING_SITES, 1);
    assertRejected(CUBE + ATOMS, MatterErrors.MISSING_SITES, 11);
    assertRejected(CUBE + ATOMS + "O1 O 0 0\n", MatterErrors.MALFORMED, 15);
    assertRejected(CUBE + ATOMS + "O1 O 0 0 0,5 1\n", MatterErrors.BAD_COORDINATES, 15);
    assertRejected(CUBE + ATOMS + "Zz Zz 0 0 0 1\n", MatterErrors.UNKNOWN_ELEMENT, 15);
    assertRejected(
        CUBE + "_symmetry_equiv_pos_as_xyz 'x,y,q'\n" + ATOMS + "O O 0 0 0 1\n",
        MatterErrors.BAD_SYMMETRY,
        8);
    assertRejected(
        CUBE + "_symmetry_space_group_name_H-M 'P 7'\n" + ATOMS + "O O 0 0 0 1\n",
        MatterErrors.BAD_SYMMETRY,
        8);
    assertRejected(
        CUBE + "_symmetry_space_group_name_H-M 'P 6 m m'\n" + ATOMS + "O O 0 0 0 1\n",
        MatterErrors.BAD_SYMMETRY,
        8);
    assertRejected(
        CUBE + "_title\n;\nnever closed\n" + ATOMS + "O O 0 0 0 1\n", MatterErrors.MALFORMED, 9);
  }

  @Test
  void magneticAndSuperspaceOperationsActOnTheAtoms() {
    String magnetic =
        "loop_\n_space_group_symop_magn_operation.id\n_space_group_symop_magn_operation.xyz\n"
            + "1 x,y,z,+1\n2 -x,-y,z,-1\n"
            + "loop_\n_space_group_symop_magn_centering.id\n"
            + "_space_group_symop_magn_centering.xyz\n1 x,y,z,+1\n2 x+1/2,y+1/2,z+1/2,-1\n";
    CifStructure first = cube(magnetic, "Fe1 Fe .1 .2 .3 1\n");
    assertThat(first.record().crystal().sites()).hasSize(4);
    assertThat(first.warnings()).anyMatch(w -> w.kind() == CifWarning.Kind.NOT_REPRESENTED);
    String superspace =
        "loop_\n_space_group_symop_ssg_operation_algebraic\n"
            + "x1,x2,x3,x4\n-x1,-x2,-x3,-x4\nx1,-x2,x3+1/2,x4+1/2\n-x1,x2,-x3+1/2,-x4+1/2\n";
    CifStructure second = cube(superspace, "Fe1 Fe .1 .2 .3 1\n");
    assertThat(second.record().crystal().sites()).hasSize(4);
    assertThat(second.spaceGroupNumber()).hasValue(13);
  }

  @Test
  void foldedTextFieldsAreUnfolded() {
    String folded = "_symmetry_equiv_pos_as_xyz\n;\\\nx,y,\\\nz\n-x,-y,-z\n;\n";
    assertThat(cube(folded, "Fe1 Fe .1 .2 .3 1\n").record().crystal().sites()).hasSize(2);
    String prefixed = "_symmetry_equiv_pos_as_xyz\n;> \\\n> x,y,z\n> -x,-y,-z\n;\n";
    assertThat(cube(prefixed, "Fe1 Fe .1 .2 .3 1\n").record().crystal().sites()).hasSize(2);
  }

  @Test
  void whatTheCrystalSystemFixesMayBeLeftOut() {
    CifStructure cubic =
        only("data_x\n_cell_length_a 4\n_symmetry_cell_setting cubic\n" + ATOMS + "O O 0 0 0 1\n");
    assertThat(cubic.record().crystal().lattice().volume()).isCloseTo(64, within(1e-9));
    CifStructure hexagonal =
        only(
            "data_x\n_cell_length_a 3\n_cell_length_c 5\n_space_group_IT_number 194\n"
                + ATOMS
                + "O O 0 0 0 1\n");
    assertThat(hexagonal.record().crystal().lattice().gamma()).isCloseTo(120, within(1e-9));
    assertThat(hexagonal.warnings())
        .filteredOn(w -> w.kind() == CifWarning.Kind.ASSUMED)
        .hasSizeGreaterThan(3);
  }

  @Test
  void matricesTellHowCartesianCoordinatesLie() {
    String atoms =
        "loop_\n_atom_site.type_symbol\n_atom_site.Cartn_x\n_atom_site.Cartn_y\n"
            + "_atom_site.Cartn_z\nSi 1 3.35775 2\n";
    StringBuilder matrix = new StringBuilder();
    double edge = 5.4310;
    double[][] rows = {{0, 1 / edge, 0}, {1 / edge, 0, 0}, {0, 0, 1 / edge}};
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        matrix.append(
            "_atom_sites.fract_transf_matrix[%d][%d] %s\n"
                .formatted(i + 1, j + 1, Double.toString(rows[i][j])));
      }
      matrix.append("_atom_sites.fract_transf_vector[%d] 0.5\n".formatted(i + 1));
    }
    Crystal crystal = only(CUBE + matrix + atoms).record().crystal();
    assertThat(crystal.sites().get(0).position().x()).isCloseTo(3.35775 / edge - .5, within(1e-12));
    assertThat(crystal.sites().get(0).position().y()).isCloseTo(1 / edge + .5, within(1e-12));
  }

  @Test
  void aSiteWithoutElementIsRejectedWhereTheFormulaNeedsIt() {
    String atoms = "Fe1 Fe 0 0 0 1\nX1 X .5 .5 .5 1\n";
    assertThat(cube("_chemical_formula_sum Fe\n", atoms).record().crystal().sites()).hasSize(1);
    assertRejected(
        CUBE + "_chemical_formula_sum 'Fe O'\n" + ATOMS + atoms, MatterErrors.UNKNOWN_ELEMENT, 17);
  }
}
