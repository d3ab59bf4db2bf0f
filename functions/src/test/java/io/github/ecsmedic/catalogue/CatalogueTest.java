package io.github.ecsmedic.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.cause.CauseRule;
import io.github.ecsmedic.cause.Condition;
import io.github.ecsmedic.check.Check;
import io.github.ecsmedic.fix.Fix;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final Catalogue FULL = Catalogue.full();
    private static final List<String> CHECKS =
            FULL.checks().stream().map(Check::id).toList();
    private static final List<String> CAUSES =
            FULL.causes().stream().map(CauseRule::id).toList();
    private static final List<String> FIXES = FULL.fixes().stream().map(Fix::id).toList();

    @Test
    void checks_areSortedAndUnique() {
        assertThat(CHECKS).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void causesAndFixes_areUnique() {
        assertThat(CAUSES).doesNotHaveDuplicates();
        assertThat(FIXES).doesNotHaveDuplicates();
    }

    @Test
    void ids_haveTheirForm() {
        assertThat(CHECKS).allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        assertThat(CAUSES).allMatch(id -> id.matches("[a-z]+\\.[a-z0-9_]+"));
        assertThat(FIXES).allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    @Test
    void everyCause_isProvenByTwoChecksThatExist() {
        assertThat(FULL.causes()).allSatisfy(cause -> {
            Set<String> asked =
                    cause.conditions().stream().map(Condition::check).collect(Collectors.toSet());
            assertThat(asked).as(cause.id()).hasSizeGreaterThanOrEqualTo(2).isSubsetOf(CHECKS);
            assertThat(cause.conditions()).as(cause.id()).hasSameSizeAs(asked);
        });
    }

    @Test
    void everyCheck_isAskedBySomeCause() {
        Set<String> asked = FULL.causes().stream()
                .flatMap(cause -> cause.conditions().stream())
                .map(Condition::check)
                .collect(Collectors.toSet());
        assertThat(asked).containsExactlyInAnyOrderElementsOf(CHECKS);
    }

    @Test
    void everyFix_namesCausesThatExist() {
        assertThat(FULL.fixes()).allSatisfy(fix -> {
            assertThat(fix.answers()).as(fix.id()).isSubsetOf(CAUSES);
            assertThat(fix.harmfulFor().keySet())
                    .as(fix.id())
                    .isSubsetOf(CAUSES)
                    .noneMatch(fix.answers()::contains);
            assertThat(Stream.of(fix.answers(), fix.harmfulFor().keySet()).flatMap(Collection::stream))
                    .as(fix.id())
                    .isNotEmpty();
        });
    }

    @Test
    void everyCause_hasAFix() {
        Set<String> answered =
                FULL.fixes().stream().flatMap(fix -> fix.answers().stream()).collect(Collectors.toSet());
        assertThat(answered).containsExactlyInAnyOrderElementsOf(CAUSES);
    }

    @Test
    void everyAction_onlyReads() {
        Set<String> actions = FULL.checks().stream()
                .flatMap(check -> check.actions().stream())
                .collect(Collectors.toSet());
        assertThat(actions)
                .isNotEmpty()
                .allMatch(action ->
                        action.matches("[a-z0-9]+:(BatchGet|Describe|Get|List|Simulate|Lookup|Filter)[A-Za-z]+"));
        assertThat(actions)
                .doesNotContain(
                        "secretsmanager:GetSecretValue", "ssm:GetParameter", "ssm:GetParameters", "kms:Decrypt");
    }

    @Test
    void sentences_endWithoutFullStop() {
        Stream<String> sentences = Stream.of(
                        FULL.checks().stream().map(Check::question),
                        FULL.causes().stream().map(CauseRule::meaning),
                        FULL.fixes().stream().map(Fix::says),
                        FULL.fixes().stream().flatMap(fix -> fix.harmfulFor().values().stream()))
                .flatMap(s -> s);
        assertThat(sentences)
                .noneMatch(sentence -> sentence.endsWith(".") || sentence.endsWith("?") || sentence.isBlank());
    }
}
