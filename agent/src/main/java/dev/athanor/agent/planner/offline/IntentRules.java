package dev.athanor.agent.planner.offline;

import java.util.regex.Pattern;

/** What is wanted, by the verbs of the question. */
final class IntentRules {
  private static final int CASE = Pattern.CASE_INSENSITIVE;
  private static final Pattern RELEASE =
      Pattern.compile(
          "\\b(?:release|send|submit|hand over|hand)\\b[^.?!]*\\b(?:list|lab|laboratory)\\b", CASE);
  private static final Pattern SCREEN = Pattern.compile("\\b(?:screen|filter|rank|sort)\\b", CASE);
  private static final Pattern KNOWN =
      Pattern.compile(
          "\\b(?:what (?:is|do (?:you|we)) know\\w*|known about|tell me about|literature|look"
              + " up|which \\S+(?: \\S+){0,3} are known|has .* been (?:reported|made|measured)|what"
              + " (?:is|are) the (?:highest|tc|t_c|critical temp\\w*|transition"
              + " temp\\w*)|explain|why (?:do|does|is|are)|how (?:is|are|do i|can i|to)"
              + " (?:ma\\w+|synthesi\\w+|prepare\\w*))\\b",
          CASE);
  private static final Pattern DISCOVER =
      Pattern.compile(
          "\\b(?:find|search|discover|suggest|propose|design|look(?:ing)? for|candidates?|generate"
              + "|give me|recommend|invent|want|need|new)\\b",
          CASE);
  private static final Pattern MATTER =
      Pattern.compile(
          "\\b(?:superconduct\\w*|tc|t_c|stable|stability|compounds?|crystals?|materials?|phases?"
              + "|intermetallics?|nitrides?|borides?|carbides?|oxides?|hydrides?|silicides?|candidates?"
              + "|structures?|alloys?|\\p{L}+ides)\\b",
          CASE);
  private static final Pattern BEYOND =
      Pattern.compile(
          "\\b(?:band"
              + " ?gaps?|semiconductors?|thermoelectric\\w*|batter(?:y|ies)|cathodes?|anodes?|electrolytes?|catalys\\w+|hardness|hard"
              + " magnets?|ferroelectric\\w*|photovoltaic\\w*"
              + "|solar|piezo\\w*|polymers?|proteins?|drugs?|molecules?|viscosity|refractive)\\b",
          CASE);
  private static final Pattern SPECTRUM =
      Pattern.compile(
          "\\b(?:spectr(?:um|a)|infrared|raman|uv[- /]?vis\\w*|molecules?|elucidate)\\b", CASE);
  private static final Pattern SUPERCONDUCTING = Pattern.compile("superconduct|\\bT_?c\\b", CASE);

  private IntentRules() {}

  static Question.Intent intent(String text, boolean address, boolean formula, boolean molecule) {
    if (RELEASE.matcher(text).find()) {
      return Question.Intent.RELEASE;
    }
    if (address && SPECTRUM.matcher(text).find()) {
      return molecule ? Question.Intent.VERIFY : Question.Intent.ELUCIDATE;
    }
    if (address) {
      return SCREEN.matcher(text).find() ? Question.Intent.SCREEN : Question.Intent.ASSESS;
    }
    if (BEYOND.matcher(text).find() && !SUPERCONDUCTING.matcher(text).find()) {
      return Question.Intent.OTHER;
    }
    if (KNOWN.matcher(text).find()) {
      return Question.Intent.KNOWN;
    }
    if (DISCOVER.matcher(text).find() && MATTER.matcher(text).find()) {
      return Question.Intent.DISCOVER;
    }
    return formula ? Question.Intent.KNOWN : Question.Intent.OTHER;
  }
}
