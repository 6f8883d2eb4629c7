package dev.athanor.matter.spectroscopy;

/**
 * Writes JCAMP-DX tables in each of its forms, for tests: the other half of what the reader undoes,
 * from the published rules and independent of it.
 */
public final class JcampText {
  /** Forms of numbers. */
  public enum Form {
    AFFN,
    PAC,
    SQZ,
    DIF,
    DIFDUP
  }

  private static final String POSITIVE = "@ABCDEFGHI";
  private static final String NEGATIVE = "@abcdefghi";
  private static final String RISING = "%JKLMNOPQR";
  private static final String FALLING = "%jklmnopqr";
  private static final String REPEATED = " STUVWXYZs";

  private JcampText() {}

  /** A whole file whose abscissas are 0, 1, 2 and on. */
  public static String file(int[] ordinates, Form form, int perLine) {
    return "##TITLE= written by a test\n##JCAMP-DX= 5.01\n##DATA TYPE= INFRARED SPECTRUM\n"
        + "##XUNITS= 1/CM\n##YUNITS= ABSORBANCE\n##XFACTOR= 1\n##YFACTOR= 1\n##FIRSTX= 0\n##LASTX= "
        + (ordinates.length - 1)
        + "\n##NPOINTS= "
        + ordinates.length
        + "\n##XYDATA= (X++(Y..Y))\n"
        + table(ordinates, form, perLine)
        + "##END=\n";
  }

  /** The lines of the table alone. */
  public static String table(int[] ordinates, Form form, int perLine) {
    StringBuilder text = new StringBuilder();
    boolean differing = false;
    boolean differences = form == Form.DIF || form == Form.DIFDUP;
    for (int start = 0; start < ordinates.length; start += perLine) {
      int end = Math.min(ordinates.length, start + perLine);
      // after a line that ends with a difference its last ordinate stands again, as a check
      int first = differing ? start - 1 : start;
      text.append(first).append(form == Form.AFFN ? " " : "");
      if (differences) {
        appendDifferences(text, ordinates, first, end, form == Form.DIFDUP);
        differing = end - first > 1;
      } else {
        for (int i = start; i < end; i++) {
          appendPlain(text, ordinates[i], form);
        }
      }
      text.append('\n');
    }
    if (differing) {
      text.append(ordinates.length - 1);
      text.append(lettered(ordinates[ordinates.length - 1], POSITIVE, NEGATIVE)).append('\n');
    }
    return text.toString();
  }

  private static void appendPlain(StringBuilder text, int ordinate, Form form) {
    switch (form) {
      case AFFN -> text.append(ordinate).append(' ');
      case PAC -> text.append(ordinate < 0 ? "" : "+").append(ordinate);
      case SQZ -> text.append(lettered(ordinate, POSITIVE, NEGATIVE));
      case DIF, DIFDUP -> throw new IllegalArgumentException("written as differences");
    }
  }

  private static void appendDifferences(
      StringBuilder text, int[] ordinates, int start, int end, boolean repeat) {
    text.append(lettered(ordinates[start], POSITIVE, NEGATIVE));
    int i = start + 1;
    while (i < end) {
      int step = ordinates[i] - ordinates[i - 1];
      int run = 1;
      while (repeat && i + run < end && ordinates[i + run] - ordinates[i + run - 1] == step) {
        run++;
      }
      text.append(lettered(step, RISING, FALLING));
      if (run > 1) {
        text.append(lettered(run, REPEATED, REPEATED));
      }
      i += run;
    }
  }

  private static String lettered(int number, String positive, String negative) {
    String digits = Integer.toString(Math.abs(number));
    String letters = number < 0 ? negative : positive;
    return letters.charAt(digits.charAt(0) - '0') + digits.substring(1);
  }
}
