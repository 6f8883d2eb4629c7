package dev.athanor.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who may call whom, as ARCHITECTURE.md draws it. Every rule takes the root package, so that it can
 * be tried on a house that breaks it.
 */
final class HouseRules {
  /** Each room and the rooms below it that it may use. */
  private static final Map<String, Set<String>> MAY_USE =
      new TreeMap<>(
          Map.of(
              "matter", Set.of(),
              "models", Set.of("matter"),
              "knowledge", Set.of("matter"),
              "screening", Set.of("matter", "models", "knowledge"),
              "tools", Set.of("matter", "models", "knowledge", "screening"),
              "prompts", Set.of(),
              "agent", Set.of("tools", "prompts", "knowledge", "screening", "matter", "models")));

  private HouseRules() {}

  /** The arrows of the plan point down: one rule for each room. */
  static List<ArchRule> roomsUseOnlyTheRoomsBelow(String root) {
    List<ArchRule> rules = new ArrayList<>();
    MAY_USE.forEach(
        (room, allowed) -> {
          String[] forbidden =
              MAY_USE.keySet().stream()
                  .filter(other -> !other.equals(room) && !allowed.contains(other))
                  .map(other -> root + "." + other + "..")
                  .toArray(String[]::new);
          if (forbidden.length > 0) {
            rules.add(
                noClasses()
                    .that()
                    .resideInAPackage(root + "." + room + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden)
                    .as("room " + room + " uses only " + allowed));
          }
        });
    return rules;
  }

  /** DJL stays inside models. */
  static ArchRule djlStaysInModels(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".models..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.djl..")
        .as("DJL types never leave models");
  }

  /** LangChain4j, Quarkus and Jakarta stay inside agent. */
  static ArchRule frameworksStayInAgent(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".agent..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.langchain4j..", "io.quarkus..", "jakarta..")
        .as("LangChain4j, Quarkus and Jakarta types never leave agent");
  }

  /** A package named internal is used by its own parent only. */
  static ArchRule internalIsForTheParent(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..internal..")
        .should(
            new ArchCondition<JavaClass>("be used by their own parent package only") {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                String name = item.getPackageName();
                String parent = name.substring(0, name.lastIndexOf(".internal"));
                item.getDirectDependenciesToSelf().stream()
                    .filter(
                        dependency -> {
                          String from = dependency.getOriginClass().getPackageName();
                          return !from.equals(parent) && !from.startsWith(parent + ".");
                        })
                    .forEach(
                        dependency ->
                            events.add(
                                SimpleConditionEvent.violated(item, dependency.getDescription())));
              }
            })
        .allowEmptyShould(true);
  }

  /** Within a room, packages form no cycle. */
  static ArchRule noCycles(String root, String room) {
    return slices()
        .matching(root + "." + room + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .as("packages of " + room + " are free of cycles");
  }

  /** Nothing in a room of science prints: output belongs to the command line. */
  static ArchRule onlyTheCommandLinePrints(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".agent.cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .as("only the command line writes to standard output");
  }

  /** The rooms, in the order of their names. */
  static Set<String> rooms() {
    return MAY_USE.keySet();
  }

  /** Folding events may read no clock, no random source and no file. */
  static ArchRule foldsArePure(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".agent.investigation..")
        .should()
        .dependOnClassesThat(
            new DescribedPredicate<JavaClass>("are a clock, a random source or a file") {
              private final Set<String> impure =
                  Set.of(
                      "java.time.Clock",
                      "java.util.Random",
                      "java.util.concurrent.ThreadLocalRandom",
                      "java.security.SecureRandom",
                      "java.nio.file.Files",
                      "java.io.File");

              @Override
              public boolean test(JavaClass type) {
                return impure.contains(type.getName());
              }
            })
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.util.UUID.class, "randomUUID")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .as("the fold of events reads no clock, random source or file");
  }
}
