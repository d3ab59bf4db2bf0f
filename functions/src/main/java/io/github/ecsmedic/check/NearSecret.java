package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Vault.Name;
import io.github.ecsmedic.account.Vault.Secret;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a secret that does not exist was probably meant to be: the same one created anew, which changes the end of
 * its ARN, the same name in the task's own region, or a name that is almost the same.
 */
final class NearSecret {
    /** What {@link #of} may read. */
    static final Set<String> ACTIONS = Set.of("secretsmanager:DescribeSecret", "secretsmanager:ListSecrets");

    private static final String KIND = "near-secret";

    private NearSecret() {}

    /** With at most three requests. */
    static Near of(Inquiry inquiry, Reference wanted) {
        String name = Reference.secretName(wanted.id());
        String here = inquiry.subject().region();
        String region = wanted.region().isEmpty() ? here : wanted.region();
        Near near = region.equals(here) ? Near.NOTHING : elsewhere(inquiry, here, name, region);
        for (String prefix : NearName.places(name)) {
            if (near.isEmpty()) {
                near = near.and(among(inquiry, region, prefix, name));
            }
        }
        return near;
    }

    private static Near elsewhere(Inquiry inquiry, String here, String name, String asked) {
        return switch (inquiry.account().vault().secret(here, name)) {
            case Unknown<Optional<Secret>> unknown -> Near.unread(unknown);
            case Known<Optional<Secret>>(Optional<Secret> there, String source) ->
                there.map(secret -> Near.found(
                                KIND,
                                secret.arn(),
                                new Evidence(
                                        "There is a secret " + name + " in " + here + ", where the task runs, not in "
                                                + asked,
                                        source)))
                        .orElse(Near.NOTHING);
        };
    }

    private static Near among(Inquiry inquiry, String region, String prefix, String wanted) {
        return switch (inquiry.account().vault().secretsLike(region, prefix)) {
            case Unknown<List<Name>> unknown -> Near.unread(unknown);
            case Known<List<Name>>(List<Name> names, String source) ->
                arn(names, wanted)
                        .map(arn -> Near.found(
                                KIND,
                                arn,
                                new Evidence(
                                        "There is a secret " + wanted + " under another ARN: it was created anew, and"
                                                + " the end of its ARN changed",
                                        source)))
                        .or(() -> NearName.of(
                                        wanted, names.stream().map(Name::name).toList())
                                .flatMap(near -> arn(names, near)
                                        .map(arn -> Near.found(
                                                KIND, arn, new Evidence("There is a secret " + near, source)))))
                        .orElse(Near.NOTHING);
        };
    }

    private static Optional<String> arn(List<Name> names, String wanted) {
        return names.stream()
                .filter(n -> n.name().equals(wanted))
                .map(Name::arn)
                .findFirst();
    }
}
