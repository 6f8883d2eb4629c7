package dev.athanor.agent.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spectra over HTTP: what is taken, what is refused, and the reports on them. */
@QuarkusTest
@TestProfile(RestTest.OwnHome.class)
final class SpectraRestTest {
  private static final String PROBLEM = "application/problem+json";

  /** Acetone: every infrared line that GFN2-xTB computes, 1/cm and km/mol. */
  private static final String KETONE =
      """
      {"id":"ketone","formula":"C3H6O","ir":[\
      [113.9,0.43],[378.1,0.75],[489.5,0.54],[519.6,15.07],[842.7,5.74],[873.7,0.05],\
      [925,4.1],[1060.6,34.87],[1068.7,4.26],[1199,168.08],[1366.1,41.1],\
      [1374.4,27.62],[1446.5,1.41],[1456.1,0.75],[1458.6,19.53],[1468.2,17.42],\
      [1784.5,337.88],[3023.6,0.81],[3025.8,13.11],[3035.7,11.02],[3039.2,13.13],\
      [3059.4,15.4],[3060.4,13.33]\
      ]}
      """;

  private static final String MEASURED =
      """
      ##TITLE=bottle 7
      ##JCAMP-DX=4.24
      ##DATA TYPE=INFRARED SPECTRUM
      ##ORIGIN=test
      ##OWNER=test
      ##MOLFORM=C 3 H 6 O
      ##XUNITS=1/CM
      ##YUNITS=ABSORBANCE
      ##XFACTOR=1
      ##YFACTOR=1
      ##NPOINTS=4
      ##XYPOINTS=(XY..XY)
      1200,0.1 1700,1 1720,0.9 1800,0.1
      ##END=
      """;

  @ConfigProperty(name = "athanor.home")
  @SuppressWarnings("NullAway.Init") // the test framework sets it before each test
  String home;

  private static ValidatableResponse upload(String name, byte[] content) {
    return given()
        .contentType(ContentType.BINARY)
        .queryParam("name", name)
        .body(content)
        .post("/api/files")
        .then();
  }

  private static ValidatableResponse upload(String name, String content) {
    return upload(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonPath concluded(String question) throws InterruptedException {
    String id =
        given()
            .body(Map.of("question", question))
            .contentType(ContentType.JSON)
            .post("/api/investigations")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Instant end = Instant.now().plus(Duration.ofMinutes(2));
    while (true) {
      JsonPath view = given().get("/api/investigations/" + id).jsonPath();
      if (view.getString("state").equals("AWAITING_APPROVAL")) {
        approve(id, view);
      } else if (view.getString("state").equals("CONCLUDED")) {
        return view;
      }
      assertThat(Instant.now()).as(view.prettify()).isBefore(end);
      Thread.sleep(100);
    }
  }

  private static void approve(String id, JsonPath view) {
    int open = view.getList("gates.id").size() - 1;
    given()
        .body(
            Map.of(
                "gate", view.getString("gates[" + open + "].id"),
                "arguments_hash", view.getString("gates[" + open + "].arguments_hash"),
                "decision", "APPROVE",
                "reason", "test",
                "approver", "Ada"))
        .contentType(ContentType.JSON)
        .post("/api/investigations/" + id + "/approvals");
  }

  private List<Path> kept() throws IOException {
    Path artifacts = Path.of(home, "artifacts");
    if (!Files.exists(artifacts)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(artifacts)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void fromTheUploadOverTheQuestionToTheReport() throws InterruptedException {
    String file =
        upload("../in/ketone.jsonl", KETONE)
            .statusCode(200)
            .body("name", equalTo("ketone.jsonl"))
            .body("crystals", empty())
            .body("spectra.id", contains("ketone"))
            .body("spectra[0].modalities", contains("ir"))
            .body("spectra[0].formula", equalTo("C3H6O"))
            .body("spectra[0].outside", nullValue())
            .body("rejected", empty())
            .extract()
            .path("file");

    JsonPath found = concluded("Which molecule has this spectrum?\n\nFile ketone.jsonl: " + file);
    String report = found.getString("calls[0].result.report");
    assertThat(found.getString("calls[0].tool")).isEqualTo("elucidate_molecule");
    List<String> candidates = found.getList("calls[0].result.candidates.smiles");
    assertThat(candidates).first().isEqualTo("CC(C)=O");
    given()
        .get("/api/spectral-reports/" + report)
        .then()
        .statusCode(200)
        .contentType(ContentType.JSON)
        .body("kind", equalTo("spectral_report"))
        .body("molecules.smiles", equalTo(candidates))
        .body("given", hasSize(1))
        .body("molecules[0].expected.modality", hasItem("ir"));

    JsonPath held =
        concluded(
            "Is this the spectrum of acetone, SMILES CC(C)=O ?\n\nFile ketone.jsonl: " + file);
    assertThat(held.getString("calls[0].tool")).isEqualTo("verify_precursor");
    assertThat(held.getDouble("calls[0].result.p_value")).isBetween(0.0, 1.0);
    given()
        .get("/api/spectral-reports/" + held.getString("calls[0].result.report"))
        .then()
        .statusCode(200)
        .body("molecules.smiles", contains("CC(C)=O"));
  }

  @Test
  void measuredSpectraAndTablesAreTaken() {
    upload("bottle.jdx", MEASURED).statusCode(200).body("spectra.id", contains("bottle"));
    upload("ir.csv", "1000,0.1\n1100,0.2\n1200,0.4\n1300,0.2\n1400,0.1\n")
        .statusCode(200)
        .body("spectra.modalities", contains(List.of("ir")));
    upload("nmr.jdx", MEASURED.replace("INFRARED", "NMR").replace("1/CM", "PPM"))
        .statusCode(200)
        .body("spectra[0].outside", containsString("nuclear magnetic resonance"));
    upload("two.jsonl", KETONE + "{\"id\":\"cut\",\"ir\":[[1\n")
        .statusCode(200)
        .body("spectra", hasSize(1))
        .body("rejected[0].reason", containsString("line 2"));
  }

  @Test
  void whatHoldsNoSpectrumIsRefusedAndNotKept() throws IOException {
    List<Path> before = kept();
    byte[] packed = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2};
    for (String name : List.of("x.jdx", "x.dx.gz", "x.csv", "../../x.jdx", "..", "x.jsonl", "")) {
      for (byte[] content :
          List.of(
              "no spectrum at all".getBytes(StandardCharsets.UTF_8),
              Arrays.copyOf(MEASURED.getBytes(StandardCharsets.UTF_8), 180),
              Arrays.copyOf(KETONE.getBytes(StandardCharsets.UTF_8), 60),
              "{\"id\":\"x\",\"nmr\":[[7.2,1]]}".getBytes(StandardCharsets.UTF_8),
              "{\"id\":\"x\",\"ir\":\"none\"}".getBytes(StandardCharsets.UTF_8),
              "[".repeat(100_000).getBytes(StandardCharsets.UTF_8),
              new byte[1000],
              packed)) {
        upload(name, content)
            .statusCode(400)
            .contentType(PROBLEM)
            .body("code", equalTo("BAD_INPUT"))
            .body("detail", not(containsString(home)))
            .body("detail", not(containsString("Exception")));
      }
    }
    upload("x.jdx", new byte[0]).statusCode(400).body("code", equalTo("BAD_REQUEST"));
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void whatIsTooLargeIsRefusedInTheSameWords() throws IOException {
    List<Path> before = kept();
    upload("x.jdx", new byte[(16 << 20) + 1])
        .statusCode(413)
        .contentType(PROBLEM)
        .body("code", equalTo("TOO_LARGE"))
        .body("detail", containsString("16777216"));
    assertThat(kept()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"none", "..%2f..%2fathanor.mv.db", "%2e%2e", "0", "ABCDEF012345", "%00", "a b"})
  void addressesThatAreNoneLeadNowhere(String address) {
    given()
        .urlEncodingEnabled(false)
        .get("/api/spectral-reports/" + address.replace(" ", "%20"))
        .then()
        .statusCode(404)
        .contentType(PROBLEM)
        .body("code", equalTo("NOT_FOUND"));
  }

  @Test
  void onlyReportsAreServedAsReports() {
    String file = upload("k.jsonl", KETONE).extract().path("file");
    given()
        .get("/api/spectral-reports/" + file)
        .then()
        .statusCode(400)
        .contentType(PROBLEM)
        .body("code", equalTo("BAD_INPUT"));
    given().get("/api/spectral-reports/" + "0".repeat(64)).then().statusCode(404);
  }

  @Test
  void theCardOfTheModelIsServedWithItsCharts() {
    given()
        .get("/api/models/diffspectra-f/card")
        .then()
        .statusCode(200)
        .contentType(ContentType.JSON)
        .body("model", equalTo("diffspectra-f"))
        .body("metrics.metric", hasItem("top-1"));
    String chart = given().get("/api/models/elements-e/card").jsonPath().getString("charts[0]");
    given()
        .get("/api/models/elements-e/charts/" + chart)
        .then()
        .statusCode(200)
        .contentType("image/svg+xml")
        .header("Content-Security-Policy", containsString("default-src 'none'"));
    for (String none :
        List.of(
            "none/card",
            "..%2fweights%2felements-e/card",
            "elements-e.yaml/card",
            "elements-e/charts/elements-e.yaml",
            "elements-e/charts/..%2felements-e.weights",
            "elements-e/charts/%3Cb%3E")) {
      given()
          .urlEncodingEnabled(false)
          .get("/api/models/" + none)
          .then()
          .statusCode(404)
          .contentType(PROBLEM)
          .body("code", equalTo("NOT_FOUND"))
          .body("detail", not(containsString("<")));
    }
  }

  @Test
  void foreignPagesReadNoReportAndLeaveNoFile() throws IOException {
    List<Path> before = kept();
    given()
        .header("Origin", "https://evil.example")
        .contentType(ContentType.BINARY)
        .body(MEASURED.getBytes(StandardCharsets.UTF_8))
        .post("/api/files?name=x.jdx")
        .then()
        .statusCode(403)
        .body("code", equalTo("FORBIDDEN_ORIGIN"));
    given()
        .header("Host", "evil.example")
        .get("/api/spectral-reports/" + "0".repeat(64))
        .then()
        .statusCode(403);
    assertThat(kept()).isEqualTo(before);
  }
}
