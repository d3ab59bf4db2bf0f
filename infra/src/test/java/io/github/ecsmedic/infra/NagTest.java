package io.github.ecsmedic.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.cxapi.SynthesisMessage;

/**
 * The stack against cdk-nag's AwsSolutions: what it finds is exactly what is listed here with its reason, so that no
 * exception outlives its finding.
 */
class NagTest {
    private static final String WHATEVER = "Reads metadata of whatever task fails: names are not known when deploying."
            + " IamPageTest lists what may be read on all resources, and why";
    /** Rule and path below the construct → why it is as it should be. */
    private static final Map<String, String> REASONED = Map.of(
            "AwsSolutions-IAM5 Diagnose/Policy/Resource",
            WHATEVER,
            "AwsSolutions-IAM5 Sweep/Role/Policy/Resource",
            WHATEVER,
            "AwsSolutions-IAM5 Fixer/Role/Policy/Resource",
            "Mends what its owner has tagged: names are not known when deploying. WriteScopeTest lists what may be changed, on"
                    + " which kind of object and under which condition",
            "AwsSolutions-SQS3 Intake/UndeliveredQueue/Resource",
            "It is a dead-letter queue itself, of the rules' targets, which cdk-nag does not look at");

    @Test
    void stack_withEverySetting_hasTheReasonedFindingsAndNoOther() {
        assertThat(findings(SettingsTest.OTHER)).isEqualTo(new TreeSet<>(REASONED.keySet()));
    }

    @Test
    void stack_withTheKeysOfDefaults_hasNoFurtherFinding() {
        Map<String, String> context = new HashMap<>(SettingsTest.OTHER);
        context.remove(Installation.ENCRYPTION_KEY);
        assertThat(findings(context)).isEqualTo(new TreeSet<>(REASONED.keySet()));
    }

    private static Set<String> findings(Map<String, String> context) {
        EcsMedicStack stack = Template.stack(new App(), context);
        Aspects.of(stack).add(new AwsSolutionsChecks());
        Annotations annotations = Annotations.fromStack(stack);
        return Stream.of(
                        annotations.findError("*", Match.anyValue()),
                        annotations.findWarning("*", Match.stringLikeRegexp("AwsSolutions.*")))
                .flatMap(List::stream)
                .map(NagTest::named)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Annotations answer no other type. */
    @SuppressWarnings("deprecation")
    private static String named(SynthesisMessage message) {
        String said = String.valueOf(message.getEntry().getData());
        String path = message.getId();
        return said.substring(0, said.indexOf('[') < 0 ? said.indexOf(':') : said.indexOf('[')) + " "
                + path.substring(path.indexOf("/EcsMedic/") + "/EcsMedic/".length());
    }
}
