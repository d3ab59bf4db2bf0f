package io.github.ecsmedic.signature;

import static io.github.ecsmedic.model.AlertClass.FAILURE;
import static io.github.ecsmedic.signature.Clue.all;
import static io.github.ecsmedic.signature.Clue.any;
import static io.github.ecsmedic.signature.Clue.has;
import static io.github.ecsmedic.signature.Clue.hasAny;
import static io.github.ecsmedic.signature.Clue.not;
import static io.github.ecsmedic.signature.Fact.ADDRESS;
import static io.github.ecsmedic.signature.Fact.HOST;
import static io.github.ecsmedic.signature.Fact.PHASE;
import static io.github.ecsmedic.signature.Fact.PORT;
import static io.github.ecsmedic.signature.Fact.RETRIES;

import java.util.List;

/** Secrets or registry: the text does not tell which. */
public final class ResourceInit {
    private ResourceInit() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of(
                Signature.of(
                        "resource_init.network_timeout",
                        FAILURE,
                        "The helper that fetches secrets and registry credentials was killed after its time was up",
                        all(Phrases.SECRETS_OR_REGISTRY, Phrases.UNREACHABLE),
                        HOST,
                        ADDRESS,
                        PORT,
                        RETRIES,
                        PHASE),
                Signature.fallback(
                        "resource_init.unknown",
                        FAILURE,
                        "Secrets or registry credentials could not be fetched, and the text says neither which nor why",
                        any(
                                Phrases.SECRETS_OR_REGISTRY,
                                all(
                                        has("ResourceInitializationError"),
                                        not(hasAny("container runtime task", "CannotStart", "CannotCreate")))),
                        RETRIES,
                        PHASE));
    }
}
