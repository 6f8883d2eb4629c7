package dev.athanor.agent.export;

/** A page in the making: tags go in as they are, everything else is escaped. */
final class Html {
  private final StringBuilder text = new StringBuilder(1 << 16);

  /** Adds markup of our own; never anything that came from outside. */
  Html tag(String markup) {
    text.append(markup);
    return this;
  }

  /** Adds words, escaped. */
  Html words(String words) {
    text.append(escaped(words));
    return this;
  }

  /** Adds an element that holds words. */
  Html element(String name, String words) {
    return tag("<" + name + ">").words(words).tag("</" + name + ">");
  }

  /** Adds an element of a class that holds words. */
  Html element(String name, String cssClass, String words) {
    return tag("<" + name + " class=\"" + cssClass + "\">").words(words).tag("</" + name + ">");
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** The words with everything replaced that HTML would read as markup, in text and attributes. */
  static String escaped(String words) {
    StringBuilder result = new StringBuilder(words.length() + 16);
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      switch (c) {
        case '&' -> result.append("&amp;");
        case '<' -> result.append("&lt;");
        case '>' -> result.append("&gt;");
        case '"' -> result.append("&quot;");
        case '\'' -> result.append("&#39;");
        default -> result.append(Character.isISOControl(c) && c != '\n' ? '\uFFFD' : c);
      }
    }
    return result.toString();
  }
}
