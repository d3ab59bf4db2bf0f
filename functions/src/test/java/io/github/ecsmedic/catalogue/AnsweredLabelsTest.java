package io.github.ecsmedic.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.cause.CauseRule;
import io.github.ecsmedic.cause.Condition;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.event.Envelope;
import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.signature.Field;
import io.github.ecsmedic.signature.Message;
import io.github.ecsmedic.signature.Sample;
import io.github.ecsmedic.signature.Signature;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No failure whose text or account tells the cause ends in {@code unknown}. */
class AnsweredLabelsTest {
    private static final String CUT = "the text ends before it names anything";
    private static final String TASKS = "it only says that tasks fail; the tasks say why, and none of them is left";
    private static final String LOG = "it stands in logs, whose lines are read with their task and not by themselves";

    /** Labels which no text and no account of ours leads to a cause, each with the reason. */
    private static final Map<String, String> UNANSWERED = Map.ofEntries(
            Map.entry("agent.credentials_not_found", LOG),
            Map.entry("agent.no_credentials", LOG),
            Map.entry("app.dependency_connection", LOG),
            Map.entry("app.dns_resolution", LOG),
            Map.entry("app.essential_exited_unknown", CUT),
            Map.entry("container_config.unknown", CUT),
            Map.entry("deployment.circuit_breaker_rollback", TASKS),
            Map.entry("deployment.rollback", TASKS),
            Map.entry("deployment.start_impaired", TASKS),
            Map.entry("health.endpoint_http_error", LOG),
            Map.entry("health.unknown", TASKS),
            Map.entry("host.unknown", CUT),
            Map.entry("iam.task_role_denied", LOG),
            Map.entry(
                    "image_pull.dns_resolution",
                    "the name is right and resolves in our accounts; what keeps it from"
                            + " resolving has its rows under the login to Amazon ECR"),
            Map.entry("memory.runtime_heap", LOG),
            Map.entry("storage.efs_unknown", CUT),
            Map.entry("storage.task_disk_full", LOG),
            Map.entry("unknown.custom_reason", "somebody's own words for a stop"),
            Map.entry("unknown.generic", CUT));

    private static final Subject SUBJECT =
            new Subject(FakeAccount.ID, FakeAccount.REGION, "prod", "api", Failure.TASK, "api:42");

    @Test
    void labels_thatEndWithoutACause_areTheExceptions() {
        Set<String> silent = Catalogue.full().signatures().stream()
                .filter(s -> s.alert() != AlertClass.BENIGN)
                .map(Signature::label)
                .collect(Collectors.toCollection(TreeSet::new));
        CauseRows.all()
                .map(row -> row.failure().in(row.broken()).seen().label())
                .forEach(silent::remove);
        texts().filter(sample -> silent.contains(sample.label()))
                .filter(sample -> answered(sample.message(), FakeAccount.small()))
                .map(Sample::label)
                .toList()
                .forEach(silent::remove);

        assertThat(silent).containsExactlyInAnyOrderElementsOf(UNANSWERED.keySet());
    }

    static Stream<Sample> proofs() {
        Set<String> proving = Catalogue.full().causes().stream()
                .map(CauseRule::conditions)
                .map(List::getFirst)
                .flatMap(AnsweredLabelsTest::stated)
                .collect(Collectors.toSet());
        return texts().filter(sample -> proving.contains(sample.label()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("proofs")
    void textThatNamesItsCause_nothingReadable_isAnswered(Sample sample) {
        FakeAccount closed = FakeAccount.small();
        Catalogue.full().readActions().forEach(action -> closed.unknown(action, "AccessDenied"));

        assertThat(answered(sample.message(), closed)).isTrue();
    }

    /** The labels that a condition takes from the message itself. */
    private static Stream<String> stated(Condition condition) {
        return condition instanceof Condition.Fails(String check, Set<String> labels) && check.equals("stated-cause")
                ? labels.stream()
                : Stream.of();
    }

    /** What a task or a service can say of itself. */
    private static Stream<Sample> texts() {
        return Sample.all().stream()
                .filter(sample -> !sample.near() && sample.message().field() != Field.LOG);
    }

    private static boolean answered(Message message, FakeAccount account) {
        boolean ofTask = message.field() == Field.STOPPED_REASON || message.field() == Field.CONTAINER_REASON;
        Outcome outcome = ofTask
                ? Catalogue.full().diagnoser().diagnose(SUBJECT, task(message), account)
                : Catalogue.full().diagnoser().diagnose(event(message), account);
        return outcome instanceof Outcome.Diagnosed(Diagnosis diagnosis)
                && diagnosis.causes().stream().anyMatch(cause -> !cause.id().equals("unknown"));
    }

    private static Task task(Message message) {
        boolean own = message.field() == Field.CONTAINER_REASON;
        return Failure.of("")
                .stopCode(message.stopCode().isEmpty() ? "TaskFailedToStart" : message.stopCode())
                .reason(own ? "Task failed to start" : message.text())
                .container("app", message.exitCode(), own ? message.text() : "")
                .task();
    }

    private static EcsEvent event(Message message) {
        return new EcsEvent.ServiceAction(
                new Envelope("e", "ECS Service Action", "aws.ecs", FakeAccount.ID, FakeAccount.REGION, null, List.of()),
                "ERROR",
                "",
                "arn:aws:ecs:us-east-1:111122223333:cluster/prod",
                "arn:aws:ecs:us-east-1:111122223333:service/prod/api",
                message.text(),
                List.of(),
                List.of(),
                null);
    }
}
