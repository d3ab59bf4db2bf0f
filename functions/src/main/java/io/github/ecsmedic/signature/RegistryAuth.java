package io.github.ecsmedic.signature;

import static io.github.ecsmedic.model.AlertClass.FAILURE;
import static io.github.ecsmedic.signature.Clue.all;
import static io.github.ecsmedic.signature.Clue.any;
import static io.github.ecsmedic.signature.Clue.has;
import static io.github.ecsmedic.signature.Clue.hasAny;
import static io.github.ecsmedic.signature.Clue.not;
import static io.github.ecsmedic.signature.Fact.ACTION;
import static io.github.ecsmedic.signature.Fact.ADDRESS;
import static io.github.ecsmedic.signature.Fact.DENIED_BY;
import static io.github.ecsmedic.signature.Fact.HOST;
import static io.github.ecsmedic.signature.Fact.PHASE;
import static io.github.ecsmedic.signature.Fact.PORT;
import static io.github.ecsmedic.signature.Fact.RESOLVER;
import static io.github.ecsmedic.signature.Fact.RESOURCE;
import static io.github.ecsmedic.signature.Fact.RETRIES;
import static io.github.ecsmedic.signature.Fact.ROLE;
import static io.github.ecsmedic.signature.Fact.SECRET;
import static io.github.ecsmedic.signature.Fact.STATUS_CODE;

import java.util.List;

/** The registry's credentials could not be had. */
public final class RegistryAuth {
    private static final Clue CREDENTIALS = Phrases.REGISTRY_CREDENTIALS;
    private static final Clue TOO_OFTEN = hasAny("ThrottlingE", "Rate exceeded", "Throttling:", "LimitExceeded");

    private RegistryAuth() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of(
                Signature.of(
                        "registry_auth.throttled",
                        FAILURE,
                        "Amazon ECR answered that this account asks too often",
                        any(
                                all(CREDENTIALS, TOO_OFTEN),
                                all(has("CannotPull"), hasAny("ThrottlingException")),
                                all(Phrases.PULL, has("dkr.ecr"), has("Rate exceeded"), not(has("public.ecr.aws")))),
                        HOST,
                        STATUS_CODE,
                        RETRIES,
                        PHASE),
                Signature.of(
                        "registry_auth.access_denied",
                        FAILURE,
                        "The role may not get the registry's credentials",
                        all(CREDENTIALS, Phrases.DENIED),
                        ROLE,
                        ACTION,
                        RESOURCE,
                        DENIED_BY,
                        SECRET,
                        STATUS_CODE,
                        RETRIES,
                        PHASE),
                Signature.of(
                        "registry_auth.network_timeout",
                        FAILURE,
                        "The task cannot reach the service that hands out the registry's credentials",
                        all(CREDENTIALS, Phrases.UNREACHABLE),
                        HOST,
                        ADDRESS,
                        PORT,
                        RESOLVER,
                        SECRET,
                        RETRIES,
                        PHASE),
                Signature.fallback(
                        "registry_auth.unknown",
                        FAILURE,
                        "The registry's credentials could not be had, and the text does not say why",
                        CREDENTIALS,
                        HOST,
                        SECRET,
                        STATUS_CODE,
                        RETRIES,
                        PHASE));
    }
}
