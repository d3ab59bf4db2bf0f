package io.github.ecsmedic.mend;

import static io.github.ecsmedic.mend.Situation.DEPLOYMENT;
import static io.github.ecsmedic.mend.Situation.NOW;
import static io.github.ecsmedic.mend.Situation.known;
import static io.github.ecsmedic.mend.Situation.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.Deployments.Listed;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.fix.DeploymentStop;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.ServiceSetting.GracePeriod;
import io.github.ecsmedic.fix.ServiceSetting.NewDeployment;
import io.github.ecsmedic.fix.ServiceUpdate;
import io.github.ecsmedic.incident.EventKey;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.incident.Sighting;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.incident.Treatment.State;
import io.github.ecsmedic.mend.Snapshot.Live;
import io.github.ecsmedic.model.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks alone show of a fix: no event arrives here unless a test says so. */
class AftermathTest {
    private static final String OURS = "ecs-svc/0000000000000000008";
    private static final String THEIRS = "ecs-svc/0000000000000000009";
    private static final String STOPPED = "arn:aws:ecs:us-east-1:111122223333:service-deployment/prod/api/7";

    private static final Request ANEW = new ServiceUpdate("us-east-1", "prod", "api", null, new NewDeployment());
    private static final Request LONGER =
            new ServiceUpdate("us-east-1", "prod", "api", new GracePeriod(0), new GracePeriod(90));
    private static final Request STOP = new DeploymentStop("us-east-1", STOPPED);

    private Request request = ANEW;
    private Treatment treatment = acted(OURS);
    private Answer<Optional<Service>> service = service(2, ours("IN_PROGRESS"), before());
    private Answer<List<Listed>> deployments = known(List.of());
    private Incident incident =
            Seen.incident("incident-1", 0, Seen.diagnosis(Situation.API, "app.crash", Seen.nothing()));

    private static Treatment acted(String started) {
        return Situation.wanted("a-fix").acting("x", NOW).did(started, true, NOW);
    }

    private static Service.Deployment deployment(String id, String status, String state, long minute) {
        return new Service.Deployment(id, status, state, "api:7", 2, 2, 0, List.of(), List.of(), false, minute(minute));
    }

    private static Service.Deployment ours(String state) {
        return deployment(OURS, "PRIMARY", state, 0);
    }

    private static Service.Deployment before() {
        return deployment(DEPLOYMENT, "ACTIVE", "COMPLETED", -60);
    }

    private static Answer<Optional<Service>> service(int running, Service.Deployment... all) {
        return service("ACTIVE", running, all);
    }

    private static Answer<Optional<Service>> service(String status, int running, Service.Deployment... all) {
        return known(Optional.of(new Service(
                "arn:aws:ecs:us-east-1:111122223333:service/prod/api",
                "api",
                "arn:aws:ecs:us-east-1:111122223333:cluster/prod",
                status,
                2,
                running,
                0,
                "api:7",
                "FARGATE",
                "ECS",
                List.of(all),
                Service.Balancing.NONE,
                List.of(),
                Map.of(),
                null)));
    }

    private static Instant minute(long minutes) {
        return NOW.plus(Duration.ofMinutes(minutes));
    }

    private Treatment look(long minute) {
        Situation about = new Situation("a-fix", request);
        Live live = new Live(known(List.of()), service, deployments, known(false), known(Set.of()), Map.of());
        treatment = new Aftermath(about.plan(), treatment, incident, live, minute(minute)).judged();
        return treatment;
    }

    private void endsAs(State state, String why) {
        assertThat(List.of(treatment.state(), treatment.why())).isEqualTo(List.of(state, why));
    }

    @Test
    void deployment_thatCompletes_isVerifiedByLooksAlone() {
        look(1);
        look(3);
        service = service(2, ours("COMPLETED"));
        look(4);
        assertThat(look(8).state()).isEqualTo(State.ACTED);
        assertThat(look(9).state()).isEqualTo(State.FIXED);
    }

    @Test
    void tasksOfBefore_thatRunWellDuringTheDeployment_areNoProof() {
        Stream.of(1, 3, 5, 7, 9).forEach(this::look);
        assertThat(treatment.wellSince()).isNull();
        service = service(2, ours("COMPLETED"));
        assertThat(look(10).state()).isEqualTo(State.ACTED);
    }

    @Test
    void deployment_thatTakesLong_isWaitedFor_untilTheCap() {
        assertThat(look(45).state()).isEqualTo(State.ACTED);
        assertThat(look(119).state()).isEqualTo(State.ACTED);
        look(120);
        endsAs(State.UNVERIFIED, "its deployment was still under way after 120 minutes");
    }

    @Test
    void deployment_thatIsDoneButLeavesTasksMissing_isOpenAfterTheWindow() {
        service = service(1, ours("COMPLETED"));
        assertThat(look(29).state()).isEqualTo(State.ACTED);
        look(30);
        endsAs(State.UNVERIFIED, "within 30 minutes it neither failed again nor ran as it should");
    }

    @Test
    void deployment_thatFails_isSeenWithoutAnEvent() {
        service = service(1, ours("FAILED"));
        look(6);
        endsAs(State.NOT_FIXED, "the deployment that it started failed");
    }

    @Test
    void deployment_thatIsNotShownYet_isNotSomebodyElses() {
        service = service(2, deployment(DEPLOYMENT, "PRIMARY", "COMPLETED", -60));
        assertThat(look(1).state()).isEqualTo(State.ACTED);
        service = service(2, ours("COMPLETED"));
        look(2);
        assertThat(look(7).state()).isEqualTo(State.FIXED);
    }

    @Test
    void somebodyElse_whoDeploys_leavesItOpen() {
        service =
                service(2, deployment(THEIRS, "PRIMARY", "IN_PROGRESS", 3), deployment(OURS, "ACTIVE", "COMPLETED", 0));
        look(4);
        endsAs(State.UNVERIFIED, "somebody else deployed the service meanwhile");
    }

    @Test
    void somebodyElse_whoseDeploymentTookThePlaceOfOurs_leavesItOpen() {
        service = service(2, deployment(THEIRS, "PRIMARY", "COMPLETED", 3));
        look(9);
        endsAs(State.UNVERIFIED, "somebody else deployed the service meanwhile");
    }

    @Test
    void setting_ofAServiceThatSomebodyDeploys_isOpen_andOfOneLeftAloneIsNot() {
        request = LONGER;
        treatment = acted("");
        service = service(2, deployment(DEPLOYMENT, "PRIMARY", "COMPLETED", -60));
        assertThat(look(1).state()).isEqualTo(State.ACTED);
        assertThat(look(6).state()).isEqualTo(State.FIXED);

        treatment = acted("");
        service = service(2, deployment(THEIRS, "PRIMARY", "COMPLETED", 2));
        look(6);
        endsAs(State.UNVERIFIED, "somebody else deployed the service meanwhile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DRAINING", "INACTIVE"})
    void service_thatIsDeleted_isGoneEvenWhileEcsStillDescribesIt(String status) {
        service = service(status, 0, ours("IN_PROGRESS"));
        look(2);
        endsAs(State.UNVERIFIED, "the service is gone");
    }

    @Test
    void service_thatIsNotThere_isGone_andOneThatCannotBeLookedAtIsNot() {
        service = unknown();
        assertThat(look(2).state()).isEqualTo(State.ACTED);
        look(30);
        endsAs(State.UNVERIFIED, "the service could not be looked at");

        treatment = acted(OURS);
        service = known(Optional.empty());
        look(2);
        endsAs(State.UNVERIFIED, "the service is gone");
    }

    @Test
    void rollBack_isWaitedFor_whileEcsIsAtIt() {
        request = STOP;
        treatment = acted("");
        deployments = known(List.of(new Listed(STOPPED, "ROLLBACK_IN_PROGRESS", "revision-7", minute(-10))));
        assertThat(look(40).state()).isEqualTo(State.ACTED);
        deployments = known(List.of(new Listed(STOPPED, "ROLLBACK_SUCCESSFUL", "revision-7", minute(-10))));
        assertThat(look(41).state()).isEqualTo(State.ACTED);
        assertThat(look(46).state()).isEqualTo(State.FIXED);
    }

    @Test
    void rollBack_thatFails_didNotHelp_andOneThatSomebodyDeploysOverIsOpen() {
        request = STOP;
        treatment = acted("");
        deployments = known(List.of(new Listed(STOPPED, "ROLLBACK_FAILED", "revision-7", minute(-10))));
        look(5);
        endsAs(State.NOT_FIXED, "the deployment that it started failed");

        treatment = acted("");
        deployments = known(List.of(
                new Listed(STOPPED.replace("/7", "/8"), "IN_PROGRESS", "revision-8", minute(4)),
                new Listed(STOPPED, "ROLLBACK_SUCCESSFUL", "revision-7", minute(-10))));
        look(5);
        endsAs(State.UNVERIFIED, "somebody else deployed the service meanwhile");
    }

    @Test
    void failure_ofATaskThatStartedAfterwards_isToldByItsEvent() {
        look(1);
        incident = incident.again(new Sighting(
                new EventKey("task-2", 5),
                minute(4),
                minute(3),
                Seen.symptom(incident.diagnosis()),
                false,
                Optional.empty()));
        look(5);
        endsAs(State.NOT_FIXED, "a task that started after it failed as before");
    }
}
