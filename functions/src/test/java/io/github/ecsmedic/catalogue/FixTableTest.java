package io.github.ecsmedic.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.aws.Change;
import io.github.ecsmedic.aws.WireMembers;
import io.github.ecsmedic.fix.DeploymentStop;
import io.github.ecsmedic.fix.Fix;
import io.github.ecsmedic.fix.InstanceTermination;
import io.github.ecsmedic.fix.LogGroup;
import io.github.ecsmedic.fix.MountTarget;
import io.github.ecsmedic.fix.PullThroughRule;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.Request.Effect;
import io.github.ecsmedic.fix.SecretRestore;
import io.github.ecsmedic.fix.ServiceUpdate;
import io.github.ecsmedic.fix.TargetGroupSetting;
import io.github.ecsmedic.fix.TaskRerun;
import io.github.ecsmedic.fix.TaskStop;
import io.github.ecsmedic.handler.Scenes;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.incident.Treatment.Basis;
import io.github.ecsmedic.incident.Treatment.State;
import io.github.ecsmedic.mend.Course;
import io.github.ecsmedic.mend.Guard;
import io.github.ecsmedic.mend.Guards;
import io.github.ecsmedic.mend.Plan;
import io.github.ecsmedic.mend.Snapshot;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of fixes in {@code docs/fixes.md}, written anew by {@code -Dgolden.write=true}, and what it promises. */
class FixTableTest {
    private static final Path PAGE = Path.of("..", "docs", "fixes.md");
    private static final Instant NOW = Instant.parse("2026-11-20T03:30:00Z");

    /** Of the example that the pages of the catalogue show. */
    private static final Subject SERVICE =
            new Subject("ACCOUNT", "REGION", "CLUSTER", "SERVICE", "TASK", "FAMILY:REVISION");

    private static final Subject ONE_OFF = new Subject("ACCOUNT", "REGION", "CLUSTER", "", "TASK", "FAMILY:REVISION");

    /** Why nothing of ours takes a request back. */
    private static final Map<Class<? extends Request>, String> FINAL = Map.of(
            ServiceUpdate.class, "tasks that were stopped do not come back",
            DeploymentStop.class, "a roll back is rolled back by a person",
            InstanceTermination.class, "an instance that has ended does not come back",
            LogGroup.class, "by then it may hold lines that exist nowhere else",
            MountTarget.class, "by then tasks may have mounted it",
            PullThroughRule.class, "by then images may be pulled through it",
            SecretRestore.class, "we delete no secret",
            TargetGroupSetting.class, "what it was is not known",
            TaskRerun.class, "by then the task may be at work",
            TaskStop.class, "the service has started another task");

    private static final Catalogue FULL = Catalogue.full();

    record Sendable(Fix fix, Request request) {
        @Override
        public String toString() {
            return fix.id() + " " + request;
        }
    }

    static Stream<Sendable> sendable() {
        return FULL.fixes().stream()
                .sorted(Comparator.comparing(Fix::id))
                .flatMap(fix -> FULL.requests(fix.id()).stream().map(request -> new Sendable(fix, request)));
    }

    @Test
    void page_isThatOfTheCode() throws IOException {
        String page = page();
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    @Test
    void everyRow_thatMayBe_isAFix_andEveryFixHasARow() {
        assertThat(FixRows.BY_FIX.keySet())
                .isEqualTo(FULL.fixes().stream().map(Fix::id).collect(Collectors.toSet()));
        Set<String> rows = new TreeSet<>(FixRows.BY_FIX.values());
        rows.remove("");
        assertThat(rows).isEqualTo(FixRows.all());
    }

    @Test
    void everyKindOfRequest_isSentBySomeFix() {
        assertThat(sendable().map(one -> one.request().getClass()).collect(Collectors.toSet()))
                .isEqualTo(
                        Change.all().map(change -> change.request().getClass()).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("sendable")
    void request_ofAFix_hasItsShape_andNoOtherFixMaySendAnother(Sendable one) {
        Guard shape = Guards.ALL.stream()
                .filter(guard -> guard.id().equals("A18"))
                .findFirst()
                .orElseThrow();

        assertThat(shape.rule().apply(snapshot(one.fix().id(), one.request()))).isEmpty();
        assertThat(shape.rule().apply(snapshot("raise-memory", one.request()))).isPresent();
    }

    @ParameterizedTest
    @MethodSource("sendable")
    void request_sent_changesBeforeIntoAfter(Sendable one) {
        Request request = one.request();
        String before = request.before().isEmpty() ? "ecs-svc/1" : request.before();
        String after = after(request);

        assertThat(request.effect(before, before)).isEqualTo(Effect.NONE);
        assertThat(request.effect(before, after)).isEqualTo(Effect.DONE);
    }

    /** One whose end cannot be known beforehand is held back by what it started or stopped: A7, A10 and A12. */
    @ParameterizedTest
    @MethodSource("sendable")
    void request_plannedAgain_sendsNothing(Sendable one) {
        Request request = one.request();
        Treatment again = Course.intent(wanted(one), request, new Answer.Known<>(after(request), "a read"), NOW);

        assertThat(again.state())
                .isEqualTo(
                        !request.after().isEmpty()
                                ? State.SKIPPED
                                : request.before().isEmpty() ? State.ACTING : State.REFUSED);
    }

    @ParameterizedTest
    @MethodSource("sendable")
    void request_undone_isAsBefore_orSaysWhyNot(Sendable one) {
        Request request = one.request();
        if (request.inverse().isEmpty()) {
            assertThat(FINAL).containsKey(request.getClass());
            return;
        }
        Request back = request.inverse().get();

        assertThat(back.before()).isEqualTo(request.after());
        assertThat(back.after()).isEqualTo(request.before());
        assertThat(back.inverse()).contains(request);
        assertThat(back.effect(request.after(), request.before())).isEqualTo(Effect.DONE);
    }

    private static String after(Request request) {
        return !request.after().isEmpty()
                ? request.after()
                : request instanceof DeploymentStop
                        ? "ROLLBACK_IN_PROGRESS"
                        : request instanceof TaskRerun ? "TASK_2 RUNNING" : "ecs-svc/2";
    }

    private static Treatment wanted(Sendable one) {
        Cause cause = new Cause("app.crash", Certainty.PROVEN, "", Resources.NONE, List.of());
        return Treatment.wanted(one.fix().id(), "plan", new Basis(SERVICE, "", cause, List.of()), List.of(), NOW);
    }

    private static Snapshot snapshot(String fix, Request request) {
        Plan plan = new Plan(
                "incident-1",
                fix,
                FULL.fixes().getFirst().tier(),
                new Fingerprint("ACCOUNT", "REGION", "service/CLUSTER/SERVICE", "cause:app.crash"),
                Certainty.PROVEN,
                Set.of(),
                Set.of(),
                request instanceof TaskRerun ? ONE_OFF : SERVICE,
                List.of(request),
                Set.of(),
                "",
                NOW);
        return new Snapshot(NOW, plan, null, null, null, Optional.empty());
    }

    private static String page() {
        Map<Boolean, List<Fix>> fixes = FULL.fixes().stream()
                .sorted(Comparator.comparing(Fix::id))
                .collect(Collectors.partitioningBy(
                        fix -> !FULL.requests(fix.id()).isEmpty()));
        return """
                # Fixes

                Written by `FixTableTest` (`-Dgolden.write=true`); what it says is what the tests hold.

                ## Can be applied

                Tier `automatic`: by itself where the owner's tags list it, else when somebody allows it. Tier `approval`: only
                when somebody allows it. A request has exactly these members: `SdkHandTest` compares what arrives at a server.
                Row: that of FIXES.md. Tests: the scenes of `FixEndToEndTest`, in which the real planner and the real driver apply
                the fix to a deterministic ECS and what stands beside it (`FakeServiceTest`). Before → after and once more:
                `fix_appliedOnce_makesBeforeIntoAfter_andOnceMoreSendsNothing`. Back: `fixThatDoesNotHelp_isTakenBack_andAllIsAsBefore`
                and `…_isLeftAlone_whereSomebodyElseChangedItMeanwhile`; without a way back: `…_andHasNoWayBack_stays_andIsSaidNotToHaveHelped`.
                The same values as AWS answers them: `SdkHandTest.value_beforeAndAfterTheRequest_isInItsForm`.

                | fix | row | tier | request | members | before → after | once more | back | tests |
                |---|---|---|---|---|---|---|---|---|
                %s

                ## Is printed

                Its commands, and the same as CDK, CloudFormation and Terraform; a person runs them.

                | fix | row | tier | what |
                |---|---|---|---|
                %s

                ## Does not exist

                | what | why |
                |---|---|
                | delete or make anew a service, a task set, a container instance | what is lost does not come back |
                | make a NAT gateway, an internet gateway, an address | it costs money, and how a VPC reaches the internet is a design |
                """.formatted(
                        rows(fixes.get(true), FixTableTest::applied),
                        rows(
                                fixes.get(false),
                                fix -> Stream.of("| `%s` | %s | %s | %s |"
                                        .formatted(fix.id(), FixRows.of(fix.id()), tier(fix), fix.says()))));
    }

    private static String rows(List<Fix> fixes, Function<Fix, Stream<String>> rows) {
        return fixes.stream().flatMap(rows).distinct().collect(Collectors.joining("\n"));
    }

    /** One row for each form of a request; the first of its values is the example. */
    private static Stream<String> applied(Fix fix) {
        Map<String, Request> forms = new LinkedHashMap<>();
        FULL.requests(fix.id()).forEach(request -> forms.putIfAbsent(form(request), request));
        return forms.entrySet().stream().map(form -> row(fix, form.getKey(), form.getValue()));
    }

    private static String form(Request request) {
        return "`" + request.iamAction() + "` | "
                + WireMembers.of(request).stream()
                        .map(member -> "`" + member + "`")
                        .collect(Collectors.joining(", "));
    }

    private static String row(Fix fix, String form, Request request) {
        return "| `%s` | %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        fix.id(),
                        FixRows.of(fix.id()),
                        tier(fix),
                        form,
                        change(request),
                        request.after().isEmpty()
                                ? request instanceof TaskRerun
                                        ? "refused: it was started again already"
                                        : "held back by the deployment that it began or ended"
                                : "skipped: it is so already",
                        request.inverse().isPresent()
                                ? "by its inverse"
                                : "no: " + FINAL.getOrDefault(request.getClass(), ""),
                        String.join(", ", Scenes.names(fix.id())));
    }

    private static String change(Request request) {
        return request.after().isEmpty()
                ? request instanceof DeploymentStop
                        ? "`IN_PROGRESS` → `STOP_REQUESTED` or `ROLLBACK_…`"
                        : request instanceof TaskRerun
                                ? "no task of ours → one"
                                : "id of the primary deployment → another one"
                : "`" + (request.before().isEmpty() ? "…" : request.before()) + "` → `" + request.after() + "`";
    }

    private static String tier(Fix fix) {
        return fix.tier().name().toLowerCase(Locale.ROOT);
    }
}
