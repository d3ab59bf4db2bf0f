package io.github.ecsmedic.aws;

import io.github.ecsmedic.installation.Chat;
import io.github.ecsmedic.installation.Letters;
import io.github.ecsmedic.installation.Site;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Arn;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Opens what looks at an installation from outside, with the credentials of whoever looks. */
public final class AwsInstallations {
    private static final Duration SECRET = Duration.ofSeconds(10);
    private static final Set<String> GONE = Set.of("ResourceNotFoundException", "InvalidRequestException");

    private AwsInstallations() {}

    /** The site in that region; what has not answered when the budget is over is unknown. */
    public static Site open(String region, Duration budget, Chat chat) {
        return new SdkSite(Clients.in(region), new Reads(budget), chat);
    }

    /** The text of a secret; empty when there is none, or it is being deleted. */
    public static Answer<Optional<String>> secret(String id, String region) {
        return secret(
                new Secret(SdkWiring.ofProcess(), Arn.parse(id).map(Arn::region).orElse(region)), id);
    }

    static Answer<Optional<String>> secret(Secret secret, String id) {
        Reads reads = new Reads(SECRET);
        return reads.ask("secret", Secret.OPERATION, () -> {
            try {
                return Optional.of(reads.send(Secret.OPERATION, () -> secret.text(id)));
            } catch (NoAnswer e) {
                if (GONE.contains(e.code())) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** From one queue into another one, by their URLs. */
    public static Letters letters(String region, String from, String to) {
        return new SqsLetters(Clients.in(region).sqs(), from, to);
    }
}
