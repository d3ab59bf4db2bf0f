package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.account.Subnet;
import io.github.ecsmedic.model.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class CallerTest {
    private static final String OWN = "111122223333";
    private static final String SUBNETS = "ec2:DescribeSubnets";
    private static final String NO_SUCH = SdkNetworksTest.ec2Error("InvalidSubnetID.NotFound");

    private final FakeAws aws = new FakeAws().on(SUBNETS, 400, NO_SUCH);

    @Test
    void credentials_ofTheAccount_readItsFacts() {
        aws.on(Caller.OPERATION, identity(OWN));
        Account account = open(OWN);

        assertThat(account.networks().subnet("subnet-1")).isEqualTo(new Answer.Known<>(Optional.empty(), SUBNETS));
        assertThat(account.answered()).isTrue();
        assertThat(account.cost().apiCalls()).isEqualTo(2);
        assertThat(account.cost().criticalPath()).isEqualTo(1);
    }

    @Test
    void credentials_ofAnotherAccount_readNothing() {
        aws.on(Caller.OPERATION, identity("444455556666"));
        Account account = open(OWN);

        assertThat(account.networks().subnet("subnet-1"))
                .isEqualTo(new Answer.Unknown<Optional<Subnet>>("credentials of account 444455556666", SUBNETS));
        assertThat(account.answered()).isFalse();
    }

    @Test
    void credentials_thatHoldTheirAccount_costNoRequest() {
        aws.with(StaticCredentialsProvider.create(AwsBasicCredentials.builder()
                .accessKeyId("AKIDEXAMPLE")
                .secretAccessKey("made-up")
                .accountId("444455556666")
                .build()));

        assertThat(open(OWN).networks().subnet("subnet-1"))
                .isEqualTo(new Answer.Unknown<Optional<Subnet>>("credentials of account 444455556666", SUBNETS));
        assertThat(aws.operations()).isEqualTo(List.of(SUBNETS));
    }

    @Test
    void account_thatNobodyTells_isReadAsBefore() {
        aws.on(Caller.OPERATION, 403, "<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>");

        assertThat(open(OWN).networks().subnet("subnet-1")).isEqualTo(new Answer.Known<>(Optional.empty(), SUBNETS));
    }

    private Account open(String account) {
        return SdkAccount.of(account, aws.clients(), Duration.ofSeconds(60));
    }

    private static String identity(String account) {
        return "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>" + account
                + "</Account></GetCallerIdentityResult></GetCallerIdentityResponse>";
    }
}
