package dev.athanor.agent.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is no report on privacy is not served as one, nor as a model; what is one is fetched by
 * {@code PrivateModelsIT}.
 */
@QuarkusTest
@TestProfile(RestTest.OwnHome.class)
final class PrivacyReportsRestTest {
  private static final String PROBLEM = "application/problem+json";
  private static final String CRYSTAL =
      "{\"id\":\"x\",\"species\":[\"Po\"],\"lattice\":[[3.4,0,0],[0,3.4,0],[0,0,3.4]],"
          + "\"frac_coords\":[[0,0,0]]}\n";

  @ParameterizedTest
  @ValueSource(strings = {"", "?format=html", "?format=pdf", "/model"})
  void onlyReportsAreServed(String what) {
    String file =
        given()
            .contentType(ContentType.BINARY)
            .queryParam("name", "polonium.jsonl")
            .body(CRYSTAL.getBytes(StandardCharsets.UTF_8))
            .post("/api/files")
            .then()
            .statusCode(200)
            .extract()
            .path("file");
    given()
        .get("/api/privacy-reports/" + file + what)
        .then()
        .statusCode(400)
        .contentType(PROBLEM)
        .body("code", equalTo("BAD_INPUT"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "..%2f..%2fathanor.mv.db", "%2e%2e", "0", "%00"})
  void addressesThatAreNoneLeadNowhere(String address) {
    for (String what : new String[] {"", "?format=html", "/model"}) {
      given()
          .urlEncodingEnabled(false)
          .get("/api/privacy-reports/" + address + what)
          .then()
          .statusCode(404)
          .contentType(PROBLEM)
          .body("code", equalTo("NOT_FOUND"));
    }
  }
}
