package io.github.ecsmedic.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The installation from end to end in the emulated AWS: deployed by {@code scripts/deploy}, updated, asked with events and
 * destroyed by the CDK CLI. {@code scripts/emulator/deployed.py} does it and says what it saw.
 */
class DeployedIT {
    private static final String SCRIPT = """
            set -euo pipefail
            ROOT=$PWD
            . scripts/lib.sh
            find_jdk; find_node; find_moto; emulator_environment
            alone install_cdk
            exec "$PYTHON" -m emulator.deployed""";
    private static final int MINUTES = 8;
    private static final double DEPLOYED_IN = 30;
    private static final double TOLD_IN = 1;

    private static JsonNode seen;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Template.BUILD.resolve("deployed"));
        Path out = folder.resolve("seen.json").toAbsolutePath();
        Path errors = folder.resolve("errors.txt").toAbsolutePath();
        Process process = new ProcessBuilder("bash", "-c", SCRIPT)
                .directory(Path.of("..").toFile())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroy();
        assertThat(ended && process.exitValue() == 0)
                .as(Files.readString(errors))
                .isTrue();
        seen = Template.MAPPER.readTree(out.toFile());
        System.out.printf(
                "deployed: scripts/deploy in %s s, updates in %s s; warm, from put event to Slack's message: median %s s,"
                        + " slowest %s s of %s%n",
                installed("deploySeconds"),
                installed("updateSeconds"),
                seen.at("/warm/medianSeconds"),
                seen.at("/warm/slowestSeconds"),
                seen.at("/warm/runs"));
    }

    private static JsonNode installed(String what) {
        return seen.path("installed").path(what);
    }

    /** A number that was not told is none. */
    private static int count(String pointer) {
        JsonNode number = seen.at(pointer);
        assertThat(number.isInt()).as(pointer).isTrue();
        return number.asInt();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void deployment_fromTheBuild_takesHalfAMinuteAtMost() {
        assertThat(StreamSupport.stream(installed("deploySeconds").spliterator(), false)
                        .mapToDouble(JsonNode::asDouble)
                        .min()
                        .orElseThrow())
                .isLessThan(DEPLOYED_IN);
    }

    @Test
    void update_ofOneSetting_changesThatSettingAndNothingElse() {
        assertThat(texts(installed("changedSettings"))).containsExactly("ECS_MEDIC_LOG_LINES");
        assertThat(installed("removed").isObject()).isTrue();
        assertThat(installed("removed")).isEmpty();
    }

    @Test
    void update_thatTurnsFixesOn_addsTheFixerAndItsOwnAlone() {
        assertThat(texts(installed("added").path("function"))).containsExactly("ecs-medic-fix");
        assertThat(installed("added").properties().stream().flatMap(kind -> texts(kind.getValue()).stream()))
                .allMatch(name -> name.contains("fix") || name.contains("FixerAudit"));
    }

    @Test
    void failure_deliveredThreeTimes_isOneIncidentAndOneMessageEach() {
        JsonNode failure = seen.path("failure");
        assertThat(texts(failure.path("fates"))).containsExactlyInAnyOrder("recorded", "ignored", "ignored");
        assertThat(texts(failure.path("causes"))).containsExactly("network.s3_gateway_missing proven");
        assertThat(count("/failure/incidents")).isEqualTo(1);
        assertThat(count("/failure/slack")).isEqualTo(1);
        assertThat(count("/failure/mails")).isEqualTo(1);
        assertThat(texts(failure.path("schemas"))).containsExactly("1");
    }

    @Test
    void benignEnds_areKeptOutByTheRulesOrRecognised_andToldToNobody() {
        assertThat(texts(seen.at("/benign/fates"))).containsExactly("benign");
        assertThat(count("/benign/slack")).isZero();
    }

    @Test
    void event_handedOutOnceMore_isNotToldAgain() {
        assertThat(texts(seen.at("/redelivery/fates"))).containsExactly("ignored");
        assertThat(count("/redelivery/slack")).isZero();
    }

    @Test
    void poison_endsInTheDeadLetterQueueAfterFiveReceives_andTheOthersOfItsBatchAreWorkedInOnce() {
        assertThat(count("/poison/returned")).isEqualTo(5);
        assertThat(count("/poison/recorded")).isEqualTo(2);
        assertThat(count("/poison/slack")).isEqualTo(2);
    }

    @Test
    void redrive_ofWhatIsStillBroken_putsItBackOnce_andLosesNothing() {
        assertThat(texts(seen.at("/redrive/said")).getLast()).isEqualTo("Put back: 1 of 1.");
        assertThat(texts(seen.at("/redrive/fates"))).hasSize(5).containsOnly("returned");
    }

    /** The emulated AWS tests no patterns and keeps no metrics, the sweep has not run yet, and a web hook cannot be asked. */
    @Test
    void doctor_ofAWholeInstallation_isRedNowhere() {
        assertThat(texts(seen.at("/doctor/red"))).isEmpty();
        assertThat(texts(seen.at("/doctor/unseen"))).containsExactly("patterns", "slack", "heartbeat", "last-event");
        assertThat(texts(seen.at("/doctor/green")))
                .hasSize(18)
                .filteredOn("send"::equals)
                .hasSize(3);
        assertThat(count("/doctor/exit")).isZero();
        assertThat(count("/doctor/slack")).isEqualTo(1);
        assertThat(count("/doctor/mails")).isEqualTo(1);
    }

    @Test
    void message_warm_isThereWithinASecond() {
        assertThat(count("/warm/runs")).isGreaterThanOrEqualTo(11);
        assertThat(seen.at("/warm/medianSeconds").asDouble()).isLessThan(TOLD_IN);
    }

    /** The record of what fixes changed, as docs/configuration.md says. */
    @Test
    void destruction_leavesTheAuditAlone() {
        assertThat(seen.path("left").properties()).hasSize(1);
        assertThat(texts(seen.at("/left/log group")))
                .singleElement()
                .asString()
                .startsWith("ecs-medic-EcsMedicFixerAudit");
    }
}
