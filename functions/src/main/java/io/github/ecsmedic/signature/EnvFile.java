package io.github.ecsmedic.signature;

import static io.github.ecsmedic.model.AlertClass.FAILURE;
import static io.github.ecsmedic.signature.Clue.all;
import static io.github.ecsmedic.signature.Clue.any;
import static io.github.ecsmedic.signature.Clue.hasAny;
import static io.github.ecsmedic.signature.Clue.not;
import static io.github.ecsmedic.signature.Clue.tight;
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
import static io.github.ecsmedic.signature.Fact.STATUS_CODE;

import java.util.List;

/** Environment files could not be downloaded. */
public final class EnvFile {
    private static final Clue DOWNLOAD = any(
            hasAny("download env", "download the environment variable", "environment variable files from"),
            all(not(Phrases.LOG_LINE), hasAny("envfile", "environment file", "environmentFiles")));

    private EnvFile() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of(
                Signature.of(
                        "env_file.access_denied",
                        FAILURE,
                        "Amazon S3 refused the environment file: no right to it, or it does not exist and may not be listed",
                        all(DOWNLOAD, any(Phrases.DENIED, hasAny("Forbidden"), tight("code:?403"))),
                        ROLE,
                        ACTION,
                        RESOURCE,
                        DENIED_BY,
                        STATUS_CODE,
                        RETRIES,
                        PHASE),
                Signature.of(
                        "env_file.network_timeout",
                        FAILURE,
                        "The task cannot reach Amazon S3 for its environment file",
                        all(DOWNLOAD, Phrases.UNREACHABLE),
                        HOST,
                        ADDRESS,
                        PORT,
                        RESOLVER,
                        RETRIES,
                        PHASE),
                Signature.fallback(
                        "env_file.unknown",
                        FAILURE,
                        "The environment file could not be downloaded, and the text does not say why",
                        DOWNLOAD,
                        STATUS_CODE,
                        RETRIES,
                        PHASE));
    }
}
