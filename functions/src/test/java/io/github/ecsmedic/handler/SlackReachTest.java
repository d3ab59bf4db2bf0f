package io.github.ecsmedic.handler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.github.ecsmedic.aws.AwsAccounts;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What can be reached from the one function that strangers can call. */
class SlackReachTest {
    private static final JavaClasses CODE = Reach.code();

    @Test
    void clients_thatTheHandlerReaches_areThatOfTheQueue() {
        assertThat(new Reach(CODE, SlackHandler.class).clients())
                .containsExactly("software.amazon.awssdk.services.sqs.SqsClient");
    }

    @Test
    void clients_thatTheOthersReach_areSeenByThisTest() {
        assertThat(new Reach(CODE, AwsAccounts.class).clients())
                .contains("software.amazon.awssdk.services.ec2.Ec2Client");
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
