package dev.athanor.system;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** What the console looks like: on both sizes, in both schemes, and what goes wrong in a page. */
final class Looks {
  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final int DESKTOP = 1280;
  private static final int PHONE = 390;

  private Looks() {}

  /** Shows a fresh page of every size and scheme, with the name of its look. */
  static void each(Browser browser, BiConsumer<Page, String> visitor) {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : new int[] {DESKTOP, PHONE}) {
        boolean desktop = width == DESKTOP;
        Page page = browser.page(width, desktop ? 900 : 844, scheme);
        visitor.accept(
            page, (desktop ? "desktop-" : "phone-") + scheme.name().toLowerCase(Locale.ROOT));
        page.context().close();
      }
    }
  }

  /** Errors of the page's scripts and requests that leave this machine, as they come. */
  static List<String> troublesOf(Page page) {
    List<String> troubles = new ArrayList<>();
    page.onPageError(troubles::add);
    page.onRequest(
        request -> {
          if (!request.url().startsWith("http://127.0.0.1")
              && !request.url().matches("(data|blob):.*")) {
            troubles.add("request to " + request.url());
          }
        });
    return troubles;
  }

  /** Whether nothing is wider than the page. */
  static boolean fitsItsWidth(Page page) {
    return (Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth");
  }

  /** Leaves a picture in {@code target/screenshots}. */
  static void picture(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }
}
