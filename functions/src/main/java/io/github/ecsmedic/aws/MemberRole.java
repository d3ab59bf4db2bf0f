package io.github.ecsmedic.aws;

import io.github.ecsmedic.config.Members;
import io.github.ecsmedic.model.Arn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;

/** The role that a member has for us: its credentials, asked for once and kept until shortly before they expire. */
final class MemberRole implements AwsCredentialsProvider {
    static final String OPERATION = "sts:AssumeRole";

    /** As the member's trail names us. */
    static final String SESSION = "ecs-medic";

    /** A diagnosis that begins with credentials ends before they expire. */
    static final Duration BEFORE = Duration.ofMinutes(5);

    /** So long a refusal stands, so that a flood of events does not become a flood of requests. */
    static final Duration REFUSED = Duration.ofSeconds(30);

    private final Clients home;
    private final String account;
    private final String arn;
    private final String externalId;
    private final Clock clock;
    private @Nullable AwsSessionCredentials session;
    private @Nullable NoAnswer refusal;
    private Instant until = Instant.MIN;

    MemberRole(Clients home, Members members, String account, Clock clock) {
        this.home = home;
        this.account = account;
        this.arn = new Arn(partition(members.home().region()), "iam", "", account, "role/" + members.role()).toString();
        this.externalId = members.externalId();
        this.clock = clock;
    }

    private static String partition(String region) {
        return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    /**
     * Has credentials, those that are there or new ones.
     *
     * @throws NoAnswer when the role cannot be had, or when it is another account's
     */
    void assume() {
        current();
    }

    private synchronized AwsSessionCredentials current() {
        if (!clock.instant().isBefore(until)) {
            ask();
        }
        if (refusal != null) {
            throw refusal;
        }
        return Given.needed(session, OPERATION);
    }

    private void ask() {
        session = null;
        refusal = null;
        try {
            AssumeRoleResponse answer = home.sts()
                    .assumeRole(r -> r.roleArn(arn).roleSessionName(SESSION).externalId(externalId));
            Credentials given = Given.needed(answer.credentials(), OPERATION);
            session = ofTheAccount(answer, given);
            until = Given.needed(given.expiration(), OPERATION).minus(BEFORE);
        } catch (SdkException e) {
            refused(Faults.of(e, OPERATION));
        } catch (NoAnswer e) {
            refused(e);
        }
    }

    private void refused(NoAnswer fault) {
        refusal = fault;
        until = clock.instant().plus(REFUSED);
    }

    /** Another account answers "there is none" for what it cannot know. */
    private AwsSessionCredentials ofTheAccount(AssumeRoleResponse answer, Credentials given) {
        String whose = answer.assumedRoleUser() == null
                ? ""
                : Arn.parse(Given.text(answer.assumedRoleUser().arn()))
                        .map(Arn::account)
                        .orElse("");
        if (!whose.equals(account)) {
            throw new NoAnswer("credentials of account " + whose, OPERATION, "");
        }
        return AwsSessionCredentials.builder()
                .accessKeyId(given.accessKeyId())
                .secretAccessKey(given.secretAccessKey())
                .sessionToken(given.sessionToken())
                .accountId(account)
                .build();
    }

    @Override
    public AwsSessionCredentials resolveCredentials() {
        try {
            return current();
        } catch (NoAnswer e) {
            throw SdkClientException.create(String.valueOf(e.getMessage()));
        }
    }

    /** Why nothing of the account can be read, as it is told. */
    String told(NoAnswer fault) {
        String how = switch (fault.fault()) {
            case Faults.ACCESS_DENIED -> " was refused";
            case NoAnswer.TIME -> " did not answer in time";
            default -> " failed (" + fault.fault() + ")";
        };
        return "could not read account " + account + ": " + OPERATION + how + " for " + arn;
    }
}
