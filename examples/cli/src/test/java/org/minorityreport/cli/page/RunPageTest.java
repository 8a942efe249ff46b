package org.minorityreport.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.cli.SmallRun;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What is on the page of a run. */
class RunPageTest {
  @TempDir static Path shared;
  private static Path world = Path.of("");
  private static Path store = Path.of("");

  @TempDir Path own;

  @BeforeAll
  static void runOnce() {
    world = SmallRun.world(shared);
    store = SmallRun.store(shared, world);
  }

  @Test
  void it_tells_of_figures_events_causes_decisions_and_stages() throws IOException {
    String page = Files.readString(SmallRun.page(store, own));
    assertThat(page)
        .contains("What happened in run main", "with a proposed cause", "money above what")
        .contains("A rival chain runs out of stock", "competitor action", "Nobody has decided yet.")
        .contains("<td>detection</td>", "Health is ", "class=\"actual\"", "class=\"band\"")
        .doesNotContain("{{", "null", "Optional", "NaN");
  }

  @Test
  void it_needs_nothing_from_elsewhere() throws IOException {
    String page = Files.readString(SmallRun.page(store, own));
    assertThat(page).contains("default-src 'none'").doesNotContain("src=", "@import", "<link");
    assertThat(Files.size(own.resolve("run.html"))).isLessThan(1_000_000);
  }

  @Test
  void the_same_state_gives_the_same_bytes_in_every_locale() throws IOException {
    Locale before = Locale.getDefault();
    byte[] here = Files.readAllBytes(SmallRun.page(store, own));
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(Files.readAllBytes(SmallRun.page(store, own))).isEqualTo(here);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void only_the_greatest_events_are_shown_and_it_says_so() throws IOException {
    String page = Files.readString(SmallRun.page(store, own, "--events", 2));
    assertThat(page).contains("The 2 greatest of ").containsPattern("(?s)<article.*<article");
    assertThat(page.split("<article", -1)).hasSize(3);
  }

  @Test
  void a_run_that_found_nothing_says_so() throws IOException {
    String page = Files.readString(SmallRun.page(store, own, "--as-of", 2));
    assertThat(page).contains("Nothing was found").doesNotContain("<article");
  }

  @Test
  void what_data_say_is_text_and_never_markup() throws IOException {
    String hostile = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>\u202Eevil";
    Path attacked = own.resolve("attacked");
    Files.createDirectories(attacked);
    for (String name : List.of("sales.csv", "campaigns.csv")) {
      Files.copy(world.resolve(name), attacked.resolve(name));
    }
    spoil("context.csv", "name", hostile, attacked);
    spoil("stores.csv", "retailer", hostile, attacked);
    String page = Files.readString(SmallRun.page(SmallRun.store(own, attacked), own));
    assertThat(elements(page)).doesNotContain("script", "img");
    assertThat(page)
        .contains("&lt;script&gt;alert(", "\uFFFDevil")
        .doesNotContain("<script", "<img", "\u202E");
  }

  @Test
  void every_element_is_closed_and_every_link_within_leads_somewhere() throws IOException {
    String page = Files.readString(SmallRun.page(store, own));
    assertThat(elements(page)).contains("svg", "path", "table", "details");
    List<String> links =
        Pattern.compile("href=\"#([^\"]+)\"").matcher(page).results().map(m -> m.group(1)).toList();
    assertThat(links).hasSizeGreaterThan(5);
    assertThat(links).allSatisfy(id -> assertThat(page).contains("id=\"" + id + "\""));
  }

  @Test
  void what_a_missing_source_leaves_out_is_told_with_its_reason() throws IOException {
    Path poor = Files.createDirectories(own.resolve("poor"));
    for (String name : List.of("sales.csv", "stores.csv")) {
      Files.copy(world.resolve(name), poor.resolve(name));
    }
    String page = Files.readString(SmallRun.page(SmallRun.store(own, poor), own));
    assertThat(page)
        .contains("<code>CAMPAIGNS_missing</code> the source of campaigns failed, or there is none")
        .contains("Degraded: CAMPAIGNS_missing");
    assertThat(elements(page)).contains("article");
  }

  @Test
  void a_decision_is_told_with_who_made_it() throws IOException {
    Path decided = SmallRun.store(own, world);
    SmallRun.approveOne(decided, "anna & co");
    assertThat(Files.readString(SmallRun.page(decided, own)))
        .contains("Approved by anna &amp; co", "s-approved\">approved<", "<b>1 / ");
  }

  /** The names of all elements, read as XML, which allows nothing to stay open. */
  private static List<String> elements(String page) throws IOException {
    try {
      NodeList all =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(page)))
              .getElementsByTagName("*");
      return IntStream.range(0, all.getLength()).mapToObj(i -> all.item(i).getNodeName()).toList();
    } catch (SAXException | ParserConfigurationException e) {
      throw new AssertionError("not well formed", e);
    }
  }

  /** Writes the hostile text into a column of every row. */
  private static void spoil(String file, String column, String text, Path to) throws IOException {
    List<String> lines = Files.readAllLines(world.resolve(file));
    int index = List.of(lines.get(0).split(",", -1)).indexOf(column);
    String quoted = "\"" + text.replace("\"", "\"\"") + "\"";
    List<String> spoilt =
        IntStream.range(0, lines.size())
            .mapToObj(i -> i == 0 ? lines.get(0) : replaced(lines.get(i), index, quoted))
            .toList();
    Files.write(to.resolve(file), spoilt);
  }

  /** A line with another text in one cell; cells before it hold no commas. */
  private static String replaced(String line, int index, String text) {
    int from = 0;
    for (int i = 0; i < index; i++) {
      from = line.indexOf(',', from) + 1;
    }
    int to = line.charAt(from) == '"' ? line.indexOf("\",", from) + 1 : line.indexOf(',', from);
    return line.substring(0, from) + text + line.substring(to);
  }
}
