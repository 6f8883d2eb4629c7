package dev.athanor.agent.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The REST interface over a running application, with the offline planner. */
@QuarkusTest
@TestProfile(RestTest.OwnHome.class)
final class RestTest {
  private static final String DISCOVERY =
      "{\"question\":\"Find ternary rhenium intermetallics that superconduct above 4 K.\"}";
  private static final String CRYSTAL =
      """
      {"id":"po","lattice":[[3.3,0,0],[0,3.3,0],[0,0,3.3]],"species":["Nb"],"frac_coords":[[0,0,0]]}
      """;

  /** A home and a database of its own. */
  public static final class OwnHome implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      String name = UUID.randomUUID().toString();
      return Map.of(
          "athanor.home",
          Path.of("target", "test-home", name).toAbsolutePath().toString(),
          "athanor.database.url",
          "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    }
  }

  @TestHTTPResource("/")
  @SuppressWarnings("NullAway.Init") // the test framework sets it before each test
  URL address;

  private static JsonPath ask(String body) {
    return given()
        .body(body)
        .post("/api/investigations")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private static JsonPath until(String id, String state) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (true) {
      JsonPath view =
          given().get("/api/investigations/" + id).then().statusCode(200).extract().jsonPath();
      if (view.getString("state").equals(state)) {
        return view;
      }
      assertThat(Instant.now()).as("waiting for " + state + ": " + view.prettify()).isBefore(end);
      Thread.sleep(100);
    }
  }

  private static Response decide(String id, String gate, String hash, String decision) {
    return given()
        .body(
            Map.of(
                "gate", gate,
                "arguments_hash", hash,
                "decision", decision,
                "reason", "test",
                "approver", "Ada"))
        .contentType("application/json")
        .post("/api/investigations/" + id + "/approvals");
  }

  @Test
  void aQuestionItsPlanItsGateAndADenial() throws InterruptedException {
    String id = ask(DISCOVERY).getString("id");
    JsonPath waiting = until(id, "AWAITING_APPROVAL");
    assertThat(waiting.getList("plan.steps.tool"))
        .contains("generate_candidates", "draft_synthesis_list");
    assertThat(waiting.getList("plan.steps.effect")).doesNotContain("RELEASE");
    String gate = waiting.getString("gates[0].id");

    decide(id, gate, "0".repeat(64), "APPROVE")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo("HASH_MISMATCH"))
        .body("what_to_do", notNullValue());
    decide(id, gate, waiting.getString("gates[0].arguments_hash"), "DENY").then().statusCode(200);

    JsonPath done = until(id, "CONCLUDED");
    assertThat(done.getString("gates[0].approver")).isEqualTo("Ada");
    assertThat(done.getList("calls")).isEmpty();
    assertThat(done.getString("answers[0].segments[0].text")).contains("not approved");
    decide(id, gate, waiting.getString("gates[0].arguments_hash"), "APPROVE")
        .then()
        .statusCode(409)
        .body("code", equalTo("GATE_NOT_OPEN"));
    given()
        .get("/api/investigations/" + id + "/synthesis-list")
        .then()
        .statusCode(404)
        .body("code", equalTo("NOT_FOUND"));
    given().get("/api/investigations").then().body("id", hasItem(id));
  }

  @Test
  void eventsAsAListAndAsAStream() throws Exception {
    String id = ask("{\"question\":\"What is the weather like?\"}").getString("id");
    until(id, "CONCLUDED");

    given()
        .accept("application/json")
        .get("/api/investigations/" + id + "/events?after=1")
        .then()
        .statusCode(200)
        .body("[0].sequence", equalTo(2))
        .body("[0].type", equalTo("PlannerReplied"));

    URL stream = URI.create(address + "api/investigations/" + id + "/events").toURL();
    HttpURLConnection connection = (HttpURLConnection) stream.openConnection();
    connection.setRequestProperty("Accept", "text/event-stream");
    connection.setRequestProperty("Last-Event-ID", "1");
    connection.setReadTimeout(20_000);
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      StringBuilder text = new StringBuilder();
      while (text.indexOf("Concluded") < 0) {
        text.append(reader.readLine()).append('\n');
      }
      assertThat(text).doesNotContain("Asked");
      assertThat(text.toString()).contains("event:PlannerReplied").contains("id:2");
    } finally {
      connection.disconnect();
    }
  }

  @Test
  void filesAreReadAndCrystalsServed() {
    String crystal =
        given()
            .contentType("application/octet-stream")
            .body(CRYSTAL.getBytes(StandardCharsets.UTF_8))
            .post("/api/files?name=../../po.jsonl")
            .then()
            .statusCode(200)
            .body("name", equalTo("po.jsonl"))
            .body("crystals", hasSize(1))
            .extract()
            .path("crystals[0].crystal");

    given().get("/api/crystals/" + crystal).then().statusCode(200).body("species", hasItem("Nb"));
    assertThat(given().get("/api/crystals/" + crystal + "?format=cif").asString())
        .contains("_cell_length_a");
    given().get("/api/crystals/" + "0".repeat(64)).then().statusCode(404);
    given()
        .contentType("application/octet-stream")
        .body("not a structure".getBytes(StandardCharsets.UTF_8))
        .post("/api/files?name=x.cif")
        .then()
        .statusCode(greaterThan(199));
  }

  @Test
  void requestsThatAreNoneAreExplained() {
    given()
        .body("{")
        .post("/api/investigations")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("BAD_REQUEST"));
    given().body("{}").post("/api/investigations").then().statusCode(400);
    given()
        .get("/api/investigations/none")
        .then()
        .statusCode(404)
        .body("code", equalTo("NOT_FOUND"));
    given().get("/api/no-such-thing").then().statusCode(404);
  }

  @Test
  void foreignPagesAreTurnedAway() {
    given()
        .header("Origin", "https://evil.example")
        .body(DISCOVERY)
        .post("/api/investigations")
        .then()
        .statusCode(403)
        .body("code", equalTo("FORBIDDEN_ORIGIN"));
    given().header("Host", "evil.example").get("/api/investigations").then().statusCode(403);
  }

  @Test
  void theInterfaceDescribesItself() {
    assertThat(given().get("/q/openapi").asString())
        .contains("/api/investigations/{id}/approvals")
        .contains("/api/tools");
    given().get("/q/health").then().statusCode(200);
    given()
        .get("/api/tools")
        .then()
        .statusCode(200)
        .body("name", hasItem("predict_tc"))
        .body("[0].request_schema.type", equalTo("object"));
  }
}
