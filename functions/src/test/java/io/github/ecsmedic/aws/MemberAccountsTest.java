package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.account.Subnet;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.config.Members;
import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class MemberAccountsTest {
    private static final String HOME = "111122223333";
    private static final String MEMBER = "222233334444";
    private static final String ROLE = "arn:aws:iam::222233334444:role/ecs-medic-reader";
    private static final String SUBNETS = "ec2:DescribeSubnets";
    private static final String ASSUME = MemberRole.OPERATION;
    private static final Answer<Optional<Subnet>> NONE = new Answer.Known<>(Optional.empty(), SUBNETS);

    private final FakeAws aws = new FakeAws().on(SUBNETS, 400, SdkNetworksTest.ec2Error("InvalidSubnetID.NotFound"));
    private Instant now = Instant.parse("2026-11-20T03:00:00Z");
    private final Clock clock = new Ticks();
    private final MemberAccounts accounts = new MemberAccounts(
            aws.clients(),
            new Members(
                    new Place(HOME, "us-east-1"),
                    new TreeMap<>(Map.of(MEMBER, "payments")),
                    "",
                    "ecs-medic-reader",
                    "made-up-external-id",
                    List.of()),
            clock);

    private final class Ticks extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private Account open(String account, String region) {
        return accounts.open(new Place(account, region), Duration.ofSeconds(60));
    }

    private List<String> keys(String operation) {
        return aws.signed().stream()
                .filter(signed -> signed.operation().equals(operation))
                .map(FakeAws.Signed::key)
                .toList();
    }

    private static String given(String account, String key) {
        return "<AssumeRoleResponse><AssumeRoleResult><AssumedRoleUser><Arn>arn:aws:sts::" + account
                + ":assumed-role/ecs-medic-reader/ecs-medic</Arn></AssumedRoleUser><Credentials><AccessKeyId>" + key
                + "</AccessKeyId><SecretAccessKey>made-up</SecretAccessKey><SessionToken>made-up</SessionToken>"
                + "<Expiration>2026-11-20T04:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>";
    }

    private static final String REFUSED = "<ErrorResponse><Error><Code>AccessDenied</Code><Message>User is not"
            + " authorized to perform: sts:AssumeRole</Message></Error></ErrorResponse>";

    @Test
    void home_always_isReadWithItsOwnCredentials() {
        assertThat(open(HOME, "us-east-1").networks().subnet("subnet-1")).isEqualTo(NONE);
        assertThat(keys(SUBNETS)).containsExactly("AKIDEXAMPLE");
        assertThat(aws.operations()).doesNotContain(ASSUME);
    }

    @Test
    void member_withItsRole_isReadWithThatAloneInTheRegionOfTheEvent() {
        aws.on(ASSUME, given(MEMBER, "ASIAMEMBER"));
        Account account = open(MEMBER, "eu-west-1");

        assertThat(account.networks().subnet("subnet-1")).isEqualTo(NONE);
        assertThat(account.barred()).isEmpty();
        assertThat(keys(ASSUME)).containsExactly("AKIDEXAMPLE");
        assertThat(keys(SUBNETS)).containsExactly("ASIAMEMBER");
        assertThat(aws.asked().getFirst().body())
                .contains("RoleArn=" + ROLE, "ExternalId=made-up-external-id", "RoleSessionName=ecs-medic");
        assertThat(aws.asked().getLast().host()).isEqualTo("ec2.eu-west-1.amazonaws.com");
        assertThat(account.cost().apiCalls()).isEqualTo(2);
        assertThat(account.cost().criticalPath()).isEqualTo(2);
    }

    /** What is read is served to nobody else: another account or region, or a diagnosis of another batch. */
    @Test
    void facts_ofABatch_areSharedWithinAnAccountAndARegionOnly() {
        aws.on(ASSUME, given(MEMBER, "ASIAMEMBER"));
        BiFunction<Place, Duration, Account> batch = accounts.together();
        for (int i = 0; i < 2; i++) {
            for (Place place : List.of(
                    new Place(HOME, "us-east-1"), new Place(MEMBER, "us-east-1"), new Place(MEMBER, "eu-west-1"))) {
                Account account = batch.apply(place, Duration.ofSeconds(60));
                assertThat(account.networks().subnet("subnet-1")).isEqualTo(NONE);
            }
        }
        assertThat(keys(SUBNETS)).containsExactly("AKIDEXAMPLE", "ASIAMEMBER", "ASIAMEMBER");
        accounts.together()
                .apply(new Place(HOME, "us-east-1"), Duration.ofSeconds(60))
                .networks()
                .subnet("subnet-1");
        assertThat(keys(SUBNETS)).hasSize(4);
    }

    /** Who verifies, guards or acts opens the account by itself. */
    @Test
    void account_openedByItself_isReadAnewAndServesNoBatch() {
        BiFunction<Place, Duration, Account> batch = accounts.together();
        Place home = new Place(HOME, "us-east-1");
        open(HOME, "us-east-1").networks().subnet("subnet-1");
        batch.apply(home, Duration.ofSeconds(60)).networks().subnet("subnet-1");
        open(HOME, "us-east-1").networks().subnet("subnet-1");
        assertThat(keys(SUBNETS)).hasSize(3);
    }

    @Test
    void role_thatWasAssumed_isKeptUntilShortlyBeforeItsEnd() {
        aws.on(ASSUME, given(MEMBER, "ASIAONE"), given(MEMBER, "ASIATWO"));
        open(MEMBER, "us-east-1").networks().subnet("subnet-1");
        now = Instant.parse("2026-11-20T03:54:59Z");
        Account again = open(MEMBER, "eu-west-1");
        again.networks().subnet("subnet-1");
        assertThat(again.cost().apiCalls()).isEqualTo(1);
        assertThat(again.cost().criticalPath()).isEqualTo(1);
        now = Instant.parse("2026-11-20T03:55:00Z");
        open(MEMBER, "us-east-1").networks().subnet("subnet-1");

        assertThat(keys(SUBNETS)).containsExactly("ASIAONE", "ASIAONE", "ASIATWO");
    }

    @Test
    void role_thatIsRefused_leavesEveryReadUnknownForOneReasonAndIsAskedForOnce() {
        aws.on(ASSUME, 403, REFUSED);
        Account account = open(MEMBER, "us-east-1");

        assertThat(account.networks().subnet("subnet-1")).isEqualTo(new Answer.Unknown<>("AccessDenied", ASSUME));
        assertThat(account.networks().vpcDns("vpc-1")).isEqualTo(new Answer.Unknown<>("AccessDenied", ASSUME));
        open(MEMBER, "eu-west-1").networks().subnet("subnet-1");

        assertThat(aws.operations()).containsExactly(ASSUME);
        assertThat(account.barred())
                .contains("could not read account 222233334444: sts:AssumeRole was refused for " + ROLE);
        assertThat(account.answered()).isFalse();
        assertThat(account.unread()).containsExactly(new Answer.Unknown<>("AccessDenied", ASSUME));
    }

    @Test
    void role_thatWasRefused_isAskedForAgainAfterAWhile() {
        aws.on(ASSUME, 403, REFUSED).on(ASSUME, given(MEMBER, "ASIAMEMBER"));
        open(MEMBER, "us-east-1").networks().subnet("subnet-1");
        now = now.plus(MemberRole.REFUSED);
        assertThat(open(MEMBER, "us-east-1").networks().subnet("subnet-1")).isEqualTo(NONE);
    }

    @Test
    void credentials_ofAnotherAccount_readNothing() {
        aws.on(ASSUME, given("333344445555", "ASIAOTHER"));
        Account account = open(MEMBER, "us-east-1");

        assertThat(account.networks().subnet("subnet-1"))
                .isEqualTo(new Answer.Unknown<>("credentials of account 333344445555", ASSUME));
        assertThat(aws.operations()).containsExactly(ASSUME);
    }

    @Test
    void event_ofAMemberThatRefuses_isDiagnosedByItsTextAndSaysSoOnce() throws IOException {
        aws.on(ASSUME, 403, REFUSED);
        EcsEvent event =
                EventReader.read(Files.readString(Path.of("..", "events", "causes", "network.no_route", "event.json"))
                        .replace(HOME, MEMBER));

        Outcome outcome = Catalogue.full().diagnoser().diagnose(event, open(event.account(), event.region()));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Diagnosed.class, told -> {
            assertThat(told.diagnosis().subject().account()).isEqualTo(MEMBER);
            assertThat(told.diagnosis().label()).isEqualTo("registry_auth.network_timeout");
            assertThat(told.diagnosis().notChecked())
                    .containsExactly(new Diagnosis.NotChecked(
                            "account", "could not read account 222233334444: sts:AssumeRole was refused for " + ROLE));
        });
        assertThat(aws.operations()).containsExactly(ASSUME);
    }

    @Test
    void account_thatIsNoMember_isNotReadAndNoRoleIsAskedFor() {
        Account account = open("333344445555", "us-east-1");

        assertThat(account.networks().subnet("subnet-1")).isEqualTo(new Answer.Unknown<>("no member", ASSUME));
        assertThat(account.barred()).contains("could not read account 333344445555: it is no member");
        assertThat(aws.operations()).isEmpty();
    }

    @Test
    void account_thatNothingIsReadOf_costsNoRequest() {
        Account account = open(MEMBER, "us-east-1");
        assertThat(account.barred()).isEmpty();
        assertThat(account.cost().apiCalls()).isZero();
        assertThat(aws.operations()).isEmpty();
    }
}
