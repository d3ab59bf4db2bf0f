package io.github.ecsmedic;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final String ROOT = "io.github.ecsmedic.";

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.ecsmedic");

    /** The rows of the architecture, top down: a package may use the rows below its own and no other of its own row. */
    private static final List<Set<String>> ROWS = List.of(
            Set.of("handler", "cli"),
            Set.of("treat"),
            Set.of("notify", "store"),
            Set.of("aws"),
            Set.of("json"),
            Set.of("doctor"),
            Set.of("catalogue"),
            Set.of("diagnose"),
            Set.of("mend"),
            Set.of("fix"),
            Set.of("cause"),
            Set.of("check"),
            Set.of("network"),
            Set.of("signature"),
            Set.of("installation"),
            Set.of("account", "event", "config", "incident"),
            Set.of("model"));

    private static final Set<String> SHELL = Set.of("handler", "cli", "treat", "notify", "store", "aws", "json");

    /** Where one thing must not take its neighbours along: a check, a sink, a message of a batch. */
    private static final Map<String, Set<String>> MAY_CATCH_EXCEPTION = Map.of(
            "a check", Set.of(ROOT + "diagnose.Verdicts"),
            "a sink", Set.of(),
            "a message", Set.of());

    static Stream<ArchRule> rules() {
        List<ArchRule> rules = new ArrayList<>(arrows());
        rules.add(slices().matching(ROOT + "(*)..").should().beFreeOfCycles());
        rules.add(noClasses()
                .that()
                .resideInAnyPackage(core())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "software.amazon..", "com.amazonaws..", "com.fasterxml..", "org.slf4j..", "info.picocli.."));
        rules.add(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "aws..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.."));
        rules.add(noClasses()
                .that()
                .resideInAnyPackage(core())
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .because("time and chance are handed in"));
        rules.add(noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Pattern.class)
                .because("untrusted text is matched in linear time, by RE2/J"));
        rules.add(classes()
                .that()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .and()
                .haveSimpleNameNotEndingWith("package-info")
                .should()
                .haveModifier(JavaModifier.FINAL));
        rules.add(noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Intake")
                .should()
                .callMethod(ROOT + "handler.Accounts", "together")
                .because("who guards, acts or verifies reads by itself"));
        rules.add(noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Processor|Impl)"));
        rules.add(classes().should(catchExceptionOnlyAtABoundary()));
        rules.add(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "cli..", ROOT + "handler..")
                .should(ACCESS_STANDARD_STREAMS));
        rules.add(NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING);
        return rules.stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void code_asWritten_keepsTheRule(ArchRule rule) {
        rule.allowEmptyShould(true).check(CODE);
    }

    @Test
    void packages_allOfThem_standInARow() {
        Set<String> found = new TreeSet<>();
        CODE.forEach(c -> found.add(c.getPackageName().substring(ROOT.length())));
        Set<String> rows = new TreeSet<>();
        ROWS.forEach(rows::addAll);
        assertThat(rows).containsAll(found);
    }

    /** A row may not look up, nor sideways; the two lowest rows are one in which all may use the words of model. */
    private static List<ArchRule> arrows() {
        List<ArchRule> rules = new ArrayList<>();
        for (int row = 0; row < ROWS.size(); row++) {
            for (String from : ROWS.get(row)) {
                List<String> forbidden = new ArrayList<>();
                ROWS.subList(0, row + 1)
                        .forEach(r ->
                                r.stream().filter(p -> !p.equals(from)).forEach(p -> forbidden.add(ROOT + p + "..")));
                if (!forbidden.isEmpty()) {
                    rules.add(noClasses()
                            .that()
                            .resideInAPackage(ROOT + from + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(forbidden.toArray(String[]::new)));
                }
            }
        }
        return rules;
    }

    private static String[] core() {
        return ROWS.stream()
                .flatMap(Set::stream)
                .filter(p -> !SHELL.contains(p))
                .map(p -> ROOT + p + "..")
                .toArray(String[]::new);
    }

    private static ArchCondition<JavaClass> catchExceptionOnlyAtABoundary() {
        Set<String> allowed = new TreeSet<>();
        MAY_CATCH_EXCEPTION.values().forEach(allowed::addAll);
        return new ArchCondition<>("catch Exception only around one check, one sink, one message") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getCodeUnits().stream()
                        .filter(unit -> unit.getTryCatchBlocks().stream()
                                .flatMap(block -> block.getCaughtThrowables().stream())
                                .anyMatch(t -> t.isEquivalentTo(Exception.class)))
                        .filter(unit -> !allowed.contains(unit.getOwner().getName()))
                        .map(JavaMember::getFullName)
                        .forEach(name -> events.add(SimpleConditionEvent.violated(item, name + " catches Exception")));
            }
        };
    }
}
