package dev.athanor.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The product keeps every rule of the house, and a house that breaks them is caught by each. */
class HouseRulesTest {
  private static final String HOUSE = "dev.athanor";
  private static final String BROKEN_HOUSE = "dev.athanor.house.fixture";

  @SuppressWarnings("NullAway.Init")
  private static JavaClasses house;

  @SuppressWarnings("NullAway.Init")
  private static JavaClasses brokenHouse;

  @BeforeAll
  static void importClasses() {
    house =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HouseRules.rooms().stream().map(room -> HOUSE + "." + room).toList());
    brokenHouse = new ClassFileImporter().importPackages(BROKEN_HOUSE);
  }

  @Test
  void theWholeHouseIsLookedAt() {
    assertThat(HouseRules.rooms())
        .allSatisfy(
            room ->
                assertThat(
                        house.stream()
                            .filter(c -> c.getPackageName().startsWith(HOUSE + "." + room)))
                    .as("classes of room %s", room)
                    .isNotEmpty());
  }

  @ParameterizedTest
  @MethodSource("rulesOfTheHouse")
  void theHouseKeepsItsRules(ArchRule rule) {
    assertThat(rule.evaluate(house).getFailureReport().getDetails()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rulesOfTheBrokenHouse")
  void aBrokenHouseIsCaught(ArchRule rule) {
    assertThat(rule.evaluate(brokenHouse).hasViolation()).as(rule.getDescription()).isTrue();
  }

  static Stream<ArchRule> rulesOfTheHouse() {
    return rules(HOUSE);
  }

  static Stream<ArchRule> rulesOfTheBrokenHouse() {
    return rules(BROKEN_HOUSE);
  }

  private static Stream<ArchRule> rules(String root) {
    Stream<ArchRule> cycles =
        root.equals(HOUSE)
            ? HouseRules.rooms().stream().map(room -> HouseRules.noCycles(root, room))
            : Stream.of(HouseRules.noCycles(root, "models"));
    return Stream.of(
            HouseRules.roomsUseOnlyTheRoomsBelow(root).stream(),
            Stream.of(
                HouseRules.djlStaysInModels(root),
                HouseRules.frameworksStayInAgent(root),
                HouseRules.internalIsForTheParent(root),
                HouseRules.onlyTheCommandLinePrints(root),
                HouseRules.foldsArePure(root)),
            cycles)
        .flatMap(stream -> stream);
  }
}
