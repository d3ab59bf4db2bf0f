package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.model.Answer;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;

/** Opens the account that the process's credentials belong to. */
public final class AwsAccounts {
    private AwsAccounts() {}

    /** The account for one diagnosis; what has not answered when the budget is over is unknown. */
    public static Account open(String region, Duration budget) {
        return new SdkAccount(Clients.in(region), budget);
    }

    /** The same, of that account alone: what credentials of another one read is unknown. It costs at most one request. */
    public static Account open(String region, Duration budget, String account) {
        return account.isEmpty() ? open(region, budget) : SdkAccount.of(account, Clients.in(region), budget);
    }

    /** The account that the credentials belong to. */
    public static Answer<String> own(String region) {
        return new Caller(Clients.in(region), new Reads(Duration.ofSeconds(5))).account();
    }

    /** The ARN of the user or of the role's session that the credentials are of. */
    public static Answer<String> caller(String region) {
        return new Caller(Clients.in(region), new Reads(Duration.ofSeconds(15))).arn();
    }

    /**
     * Why nothing of the cluster could be read, in one sentence that says how to mend it; empty when it can be read.
     * Unknown when that could not be found out, because the question itself was refused: reads may still work.
     *
     * @param cluster {@code ""} when only the account matters
     */
    public static Answer<Optional<String>> reachable(String region, String cluster) {
        return new Reachability(region, Clients.in(region)).of(cluster);
    }

    /**
     * The region that the environment or the profile names, as for the AWS CLI; empty when none does. Instance metadata is
     * not asked: where there is none the question takes seconds.
     */
    public static Optional<String> region() {
        return Stream.of(System.getenv("AWS_REGION"), System.getenv("AWS_DEFAULT_REGION"))
                .filter(name -> name != null && !name.isBlank())
                .map(String::strip)
                .findFirst()
                .or(AwsAccounts::regionOfProfile);
    }

    private static Optional<String> regionOfProfile() {
        try {
            return Optional.ofNullable(new AwsProfileRegionProvider().getRegion())
                    .map(Region::id);
        } catch (SdkClientException e) {
            return Optional.empty();
        }
    }
}
