package io.github.ecsmedic.handler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.ecsmedic.aws.AwsAccounts;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What can be reached from the one function that strangers can call. */
class SlackReachTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.ecsmedic");

    private static Set<String> clients(Class<?> from) {
        Set<String> seen = new TreeSet<>(Set.of(from.getName()));
        Deque<JavaClass> open = new ArrayDeque<>(Set.of(CODE.get(from)));
        while (!open.isEmpty()) {
            open.remove().getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> seen.add(target.getName()) && CODE.contain(target.getName()))
                    .forEach(target -> open.add(CODE.get(target.getName())));
        }
        return seen.stream()
                .filter(name -> name.startsWith("software.amazon.awssdk.services.") && name.endsWith("Client"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void clients_thatTheHandlerReaches_areThatOfTheQueue() {
        assertThat(clients(SlackHandler.class)).containsExactly("software.amazon.awssdk.services.sqs.SqsClient");
    }

    @Test
    void clients_thatTheOthersReach_areSeenByThisTest() {
        assertThat(clients(AwsAccounts.class)).contains("software.amazon.awssdk.services.ec2.Ec2Client");
    }

    @Test
    void signatures_always_areComparedInConstantTime() {
        noClasses()
                .that()
                .haveFullyQualifiedName(SlackSignature.class.getName())
                .should()
                .callMethod(String.class, "equals", Object.class)
                .orShould()
                .callMethod(String.class, "contentEquals", CharSequence.class)
                .orShould()
                .callMethod(String.class, "compareTo", String.class)
                .orShould()
                .callMethod(Objects.class, "equals", Object.class, Object.class)
                .orShould()
                .callMethod(Arrays.class, "equals", byte[].class, byte[].class)
                .check(CODE);
    }
}
