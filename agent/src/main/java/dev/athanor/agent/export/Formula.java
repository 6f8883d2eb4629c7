package dev.athanor.agent.export;

/** A formula with its amounts set low, as chemists write it. */
final class Formula {
  private Formula() {}

  static void write(Html html, String formula) {
    int i = 0;
    while (i < formula.length()) {
      int end = i;
      boolean amount = isAmount(formula.charAt(i));
      while (end < formula.length() && isAmount(formula.charAt(end)) == amount) {
        end++;
      }
      if (amount) {
        html.element("sub", formula.substring(i, end));
      } else {
        html.words(formula.substring(i, end));
      }
      i = end;
    }
  }

  private static boolean isAmount(char c) {
    return (c >= '0' && c <= '9') || c == '.';
  }
}
