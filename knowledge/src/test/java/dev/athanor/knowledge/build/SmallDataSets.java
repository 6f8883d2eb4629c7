package dev.athanor.knowledge.build;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes a folder of data sets in miniature, with the defects that the real ones have. */
final class SmallDataSets {
  private static final String CUBE =
      "\"lattice\":[[3.2,0,0],[0,3.2,0],[0,0,3.2]],\"frac_coords\":[[0,0,0],[0.5,0.5,0.5]]";

  private SmallDataSets() {}

  static Path write(Path folder) throws IOException {
    pack(
        folder.resolve(DataSets.LABELLED),
        labelled("mp-1", "Zr", "Re", -0.2)
            + labelled("mp-2", "Zr", "Re", -0.3)
            + labelled("mp-3", "Hf", "Re", -0.25)
            + labelled("mp-4", "Re", "Re", 0.4)
            + "{\"id\":\"broken\"}\n"
            + crystal("mp-5", "\"Nb\",\"N\"", "")
            + labelled("mp-6", "Ti", "Re", -0.1));
    pack(folder.resolve(DataSets.VALIDATION), labelled("mp-7", "Nb", "Re", -0.1));
    pack(folder.resolve(DataSets.UNLABELLED), crystal("mp-8", "\"Ta\",\"Re\"", ""));
    pack(
        folder.resolve(DataSets.THREE_D_SC),
        superconductor("s1", "\"Zr\",\"Re\"", "Re1Zr1", "5.5", 0.0)
            + superconductor("s2", "\"Zr\",{\"Re\":0.9,\"Os\":0.1}", "Re0.9Os0.1Zr1", "7.5", 0.0)
            + superconductor("s3", "{\"Nb\":0.5,\"Ti\":0.5},\"Re\"", "Nb0.5Ti0.5Re1", "6", 0.0)
            + superconductor("s4", "\"Hf\",\"Re\"", "Hf1Re1", "null", 0.0)
            + superconductor("s5", "\"Hf\",\"Os\"", "Hf1Os1", "0.5", 0.0)
            + superconductor("s6", "\"Cr\",\"Cu\"", "Cr1Cu1O2", "132", 0.0));
    pack(
        folder.resolve(DataSets.SUPERCON),
        """
        formula,tc_K,family
        Zr0.5Re0.5,6.1,others
        Re1Zr1,4,others
        V3Si1,0,others
        Y1Ba2Cu3OY,92.3,cuprate
        Zr1Hf1,3,
        NbTi,0,
        Xx2,4,others
        Sm1Ba-1Cu3O6.94,86,cuprate
        """);
    pack(
        folder.resolve(DataSets.JARVIS),
        crystal("J-1", "\"Ti\",\"Re\"", ",\"tc_K\":3.5")
            + crystal("J-2", "\"Zr\",\"Re\"", ",\"tc_K\":9"));
    return folder;
  }

  private static String labelled(String id, String a, String b, double energy) {
    return crystal(
        id,
        "\"" + a + "\",\"" + b + "\"",
        ",\"formation_energy_per_atom\":"
            + energy
            + ",\"e_above_hull\":"
            + (id.equals("mp-1") ? 0.1 : 0));
  }

  private static String superconductor(
      String id, String species, String formula, String kelvin, double hull) {
    return crystal(
        id,
        species,
        ",\"formula\":\""
            + formula
            + "\",\"tc_K\":"
            + kelvin
            + ",\"family\":\"Other\",\"spacegroup_cif\":221,\"base_e_above_hull\":"
            + hull);
  }

  private static String crystal(String id, String species, String more) {
    return "{\"id\":\"" + id + "\",\"species\":[" + species + "]," + CUBE + more + "}\n";
  }

  private static void pack(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
