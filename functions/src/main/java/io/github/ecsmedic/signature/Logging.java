package io.github.ecsmedic.signature;

import static io.github.ecsmedic.model.AlertClass.FAILURE;
import static io.github.ecsmedic.signature.Clue.all;
import static io.github.ecsmedic.signature.Clue.any;
import static io.github.ecsmedic.signature.Clue.has;
import static io.github.ecsmedic.signature.Clue.hasAny;
import static io.github.ecsmedic.signature.Clue.not;
import static io.github.ecsmedic.signature.Clue.tight;
import static io.github.ecsmedic.signature.Fact.ACTION;
import static io.github.ecsmedic.signature.Fact.ADDRESS;
import static io.github.ecsmedic.signature.Fact.DENIED_BY;
import static io.github.ecsmedic.signature.Fact.HOST;
import static io.github.ecsmedic.signature.Fact.LOG_GROUP;
import static io.github.ecsmedic.signature.Fact.PATH;
import static io.github.ecsmedic.signature.Fact.PHASE;
import static io.github.ecsmedic.signature.Fact.PORT;
import static io.github.ecsmedic.signature.Fact.RESOLVER;
import static io.github.ecsmedic.signature.Fact.RESOURCE;
import static io.github.ecsmedic.signature.Fact.RETRIES;
import static io.github.ecsmedic.signature.Fact.ROLE;
import static io.github.ecsmedic.signature.Fact.STATUS_CODE;

import java.util.List;

/** The log driver could not be set up. */
public final class Logging {
    private static final Clue DRIVER = any(
            all(has("logs."), tight("logs\\.[a-z]{2}(-[a-z]+)+-[0-9]\\.amazonaws")),
            hasAny(
                    "logger args",
                    "logging driver",
                    "log driver",
                    "Cloudwatch log",
                    "create stream has been retried",
                    "awslogs driver",
                    "logs:CreateLogStream",
                    "logs:CreateLogGroup",
                    "logs:PutLogEvents",
                    "firelens",
                    "fluentd",
                    "fluent-bit",
                    "fluentbit",
                    "fluent.sock",
                    "log router",
                    "log_router",
                    "cloudwatch_logs"));
    private static final Clue CLOUDWATCH =
            hasAny("Cloudwatch", "awslogs", "log stream", "log group", "lookup logs.", "//logs.");
    private static final Clue ROUTER_CONFIG = hasAny(
            "configuration file contains errors",
            "configuration file contains error",
            "tried to instance a plugin",
            "unknown configuration property",
            "error in configuration file",
            "could not open configuration file",
            "generate firelens",
            "firelens config");

    private Logging() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of(
                accessDenied(),
                logGroupMissing(),
                credentials(),
                driverUnreachable(),
                badConfig(),
                network(),
                unknown());
    }

    private static Signature accessDenied() {
        return Signature.of(
                "logging.access_denied",
                FAILURE,
                "The role may not create the log group or the log stream",
                all(any(DRIVER, all(CLOUDWATCH, not(Phrases.LOG_LINE))), Phrases.DENIED),
                ROLE,
                ACTION,
                RESOURCE,
                DENIED_BY,
                LOG_GROUP,
                STATUS_CODE,
                RETRIES,
                PHASE);
    }

    private static Signature logGroupMissing() {
        return Signature.of(
                "logging.log_group_missing",
                FAILURE,
                "The log group does not exist in that Region",
                any(
                        hasAny("log group does not exist", "log group doesn't exist"),
                        all(any(DRIVER, CLOUDWATCH), has("ResourceNotFoundException"), not(Phrases.UNREACHABLE)),
                        all(DRIVER, tight("loggroup[a-z0-9_./#-]*(doesnotexist|notfound)"))),
                LOG_GROUP,
                STATUS_CODE,
                RETRIES,
                PHASE);
    }

    private static Signature credentials() {
        return Signature.of(
                "logging.credentials",
                FAILURE,
                "The log driver has no credentials",
                all(
                        any(DRIVER, all(CLOUDWATCH, not(Phrases.LOG_LINE))),
                        hasAny(
                                "NoCredentialProviders",
                                "no valid providers",
                                "no EC2 IMDS role",
                                "refresh cached credentials",
                                "CredentialsEndpoint",
                                "credentials endpoint",
                                "EC2RoleRequestError",
                                "EC2MetadataRequestError",
                                "failed to retrieve credentials",
                                "failed to get credentials",
                                "unable to load credentials",
                                "could not find credentials",
                                "no credentials",
                                "static credentials are empty",
                                "ExpiredToken",
                                "UnrecognizedClientException",
                                "security token included in the request",
                                "169.254.170.2")),
                HOST,
                ADDRESS,
                PORT,
                STATUS_CODE,
                RETRIES,
                PHASE);
    }

    private static Signature driverUnreachable() {
        Clue local = any(
                hasAny(":24224", "fluent.sock", "gelf", "syslog", "splunk", "dial unix"),
                all(has("dial"), tight("loggingdriver:(failedto)?(dial|connect)")),
                all(hasAny("fluentd", "fluent-bit", "fluentbit", "firelens"), not(hasAny("cloudwatch", "logs."))));
        Clue silent = any(
                Phrases.UNREACHABLE,
                hasAny(
                        "dial",
                        "no upstream connections",
                        "no such file or directory",
                        "could not send",
                        "unreachable"));
        return Signature.of(
                "logging.driver_unreachable",
                FAILURE,
                "The log router or log server that the driver writes to does not answer",
                all(DRIVER, local, silent, not(ROUTER_CONFIG)),
                HOST,
                ADDRESS,
                PORT,
                PATH,
                RESOLVER,
                PHASE);
    }

    private static Signature badConfig() {
        Clue noSuchRegion =
                all(has("no such host", "logs."), tight("logs\\."), not(tight("logs\\.[a-z]{2}(-[a-z]+)+-[0-9]+\\.")));
        return Signature.of(
                "logging.bad_config",
                FAILURE,
                "An option of the log configuration is missing or wrong",
                any(
                        ROUTER_CONFIG,
                        has("logs.undefined"),
                        all(DRIVER, noSuchRegion),
                        all(
                                any(DRIVER, all(CLOUDWATCH, not(Phrases.LOG_LINE))),
                                hasAny(
                                        "is required",
                                        "MissingRegion",
                                        "MissingEndpoint",
                                        "could not find region",
                                        "invalid region",
                                        "log opt",
                                        "log-opt",
                                        "unknown option",
                                        "invalid option",
                                        "must specify",
                                        "must be specified",
                                        "must be set",
                                        "invalid value",
                                        "no log driver named",
                                        "not supported",
                                        "unsupported",
                                        "error parsing",
                                        "failed to parse",
                                        "cannot be used together",
                                        "cannot be used with",
                                        "cannot be combined",
                                        "cannot be enabled",
                                        "no log configuration",
                                        "not specified",
                                        "awslogs driver arguments",
                                        "awslogs-stream-prefix",
                                        "awslogs-datetime-format",
                                        "awslogs-multiline-pattern",
                                        "max-buffer-size",
                                        "InvalidParameterException",
                                        "config validation",
                                        "invalid config"))),
                HOST,
                LOG_GROUP,
                RETRIES,
                PHASE);
    }

    private static Signature network() {
        return Signature.of(
                "logging.network",
                FAILURE,
                "The task cannot reach CloudWatch Logs",
                all(
                        any(DRIVER, all(CLOUDWATCH, not(Phrases.LOG_LINE))),
                        any(Phrases.UNREACHABLE, hasAny("broken connection to"))),
                HOST,
                ADDRESS,
                PORT,
                RESOLVER,
                LOG_GROUP,
                RETRIES,
                PHASE);
    }

    private static Signature unknown() {
        return Signature.fallback(
                "logging.unknown",
                FAILURE,
                "The log driver could not be set up, and the text does not say why",
                any(
                        hasAny(
                                "logger args",
                                "initialize logging",
                                "logging driver",
                                "create stream has been retried",
                                "create Cloudwatch log",
                                "find the Amazon CloudWatch log"),
                        all(not(Phrases.LOG_LINE), DRIVER)),
                LOG_GROUP,
                STATUS_CODE,
                RETRIES,
                PHASE);
    }
}
