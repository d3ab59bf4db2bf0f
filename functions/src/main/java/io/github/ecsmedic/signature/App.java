package io.github.ecsmedic.signature;

import static io.github.ecsmedic.model.AlertClass.FAILURE;
import static io.github.ecsmedic.model.AlertClass.JUDGE;
import static io.github.ecsmedic.signature.Clue.all;
import static io.github.ecsmedic.signature.Clue.any;
import static io.github.ecsmedic.signature.Clue.exit;
import static io.github.ecsmedic.signature.Clue.finds;
import static io.github.ecsmedic.signature.Clue.has;
import static io.github.ecsmedic.signature.Clue.hasAny;
import static io.github.ecsmedic.signature.Clue.noExit;
import static io.github.ecsmedic.signature.Clue.not;
import static io.github.ecsmedic.signature.Clue.tight;

import java.util.List;

/**
 * The process inside the container, its command, or a line of its log. What the text says goes before what the exit
 * code says, and codes that say little are tried after every other family.
 */
public final class App {
    private static final String CODE = "exit(?:ed|s|ing)?(?:with)?(?:code|status|value)?(?:of|is|was)?[:=(]*";

    private App() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of(
                Signature.of(
                        "app.exec_format",
                        FAILURE,
                        "The program is built for another processor, or a script lacks its first line",
                        hasAny("exec format error", "cannot execute binary file", "not a valid win32 application"),
                        Fact.COMMAND,
                        Fact.PHASE),
                Signature.of("app.segfault", FAILURE, "The program ended with a segmentation fault", segfault()),
                Signature.of(
                        "app.command_not_executable",
                        FAILURE,
                        "The command was found and is not executable",
                        any(notExecutable(), exits("126")),
                        Fact.COMMAND,
                        Fact.PHASE),
                Signature.of(
                        "app.command_not_found",
                        FAILURE,
                        "The command or its interpreter is not in the image",
                        any(notFound(), exits("127")),
                        Fact.COMMAND,
                        Fact.PHASE),
                Signature.of(
                        "app.dns_resolution",
                        FAILURE,
                        "The application cannot resolve a host name",
                        own(unresolved()),
                        Fact.HOST,
                        Fact.PORT,
                        Fact.RESOLVER),
                Signature.of(
                        "app.config_error",
                        FAILURE,
                        "The application refuses its configuration",
                        own(misconfigured()),
                        Fact.NAME,
                        Fact.PATH),
                Signature.of(
                        "app.dependency_connection",
                        FAILURE,
                        "The application cannot connect to a database or service",
                        own(unconnected()),
                        Fact.HOST,
                        Fact.ADDRESS,
                        Fact.PORT),
                Signature.fallback(
                        "app.sigkill", FAILURE, "The process was killed; exit 137 alone does not say why", killed()),
                Signature.fallback(
                        "app.exit_nonzero",
                        FAILURE,
                        "The process ended by itself with an error",
                        any(exit(Integer.MIN_VALUE, -1), exit(1, Integer.MAX_VALUE), all(noExit(), own(crashed())))),
                Signature.fallback(
                        "app.exit_zero",
                        JUDGE,
                        "The essential container ended without an error: right for a one-off task, wrong for a service",
                        exits("0")),
                Signature.fallback(
                        "app.essential_exited_unknown",
                        FAILURE,
                        "An essential container ended, its exit code is not known",
                        any(
                                all(has("essential container"), hasAny("exited", "stopped", "terminated")),
                                has("EssentialContainerExited"),
                                Clue.stopCode("EssentialContainerExited"))));
    }

    /** The code itself, or the text's word for it where no code came along. */
    private static Clue exits(String code) {
        return any(
                exit(Integer.parseInt(code)),
                all(noExit(), hasAny("exit"), has(code), tight(CODE + code + "(?:[^0-9.]|$)")));
    }

    /** The application's own words: a start that the platform could not make uses many of the same. */
    private static Clue own(Clue clue) {
        return all(
                clue,
                not(hasAny(
                        "CannotPull",
                        "ResourceInitializationError",
                        "CannotStartContainer",
                        "CannotCreate",
                        "unable to pull secrets",
                        "registry auth",
                        "pull image manifest",
                        "ref pull has been",
                        "error pulling image",
                        "failed to resolve ref",
                        "fetching secret data",
                        "retrieve secret",
                        "logging driver",
                        "log driver",
                        "logger args",
                        "cloudwatch log",
                        "EFS utils",
                        "env files",
                        "error response from daemon",
                        "unable to place",
                        "container-instance",
                        "container instance")));
    }

    private static Clue segfault() {
        return any(
                hasAny("segmentation fault", "SIGSEGV", "signal 11", "segfault", "access violation at address"),
                exits("139"));
    }

    private static Clue notExecutable() {
        return any(
                all(
                        has("permission denied"),
                        any(
                                hasAny("exec:", "exec user process", "start container process", "fork/exec"),
                                finds("(^|\\W)exec \\S+: permission denied"),
                                finds("sh: (line )?[0-9]+: \\S+: permission denied"))),
                all(hasAny("exec:", "exec user process", "fork/exec", "cannot execute"), has("is a directory")),
                all(has("cannot execute:"), hasAny("permission denied", "is a directory")));
    }

    private static Clue notFound() {
        return any(
                hasAny(
                        "executable file not found",
                        "command not found",
                        "not found or does not exist",
                        "no command specified",
                        "bad interpreter",
                        "cannot execute: required file not found",
                        "exec user process caused: no such file",
                        "exec user process caused no such file"),
                all(
                        hasAny("exec:", "exec user process", ": stat ", "lstat /", "fork/exec", "exec /", "env:"),
                        hasAny("no such file", "not found")),
                finds("(^|\\W)exec \\S+: no such file"),
                all(
                        hasAny("start container process", "starting container process"),
                        any(
                                hasAny("no such file", "stat /"),
                                tight("containerprocess(caused)?:?(errorduringcontainerinit:)?exec:"))),
                all(hasAny("CreateProcess", "hcsshim", "hcs::"), has("cannot find the file specified")),
                all(
                        hasAny("curl", "wget", "sh:", "bash:"),
                        finds("(?:sh|bash)(?:: line)?:? ?(?:[0-9]+: )?[^ ]+: not found")),
                finds("/bin/(?:ba|da|a)?sh: (?:line )?[0-9]+: [^ ]+: not found"));
    }

    private static Clue unresolved() {
        return any(
                hasAny(
                        "EAI_AGAIN",
                        "getaddrinfo",
                        "could not resolve host",
                        "could not resolve address",
                        "could not resolve name",
                        "could not resolve:",
                        "cannot resolve host",
                        "cant resolve host",
                        "unable to resolve host",
                        "failed to resolve",
                        "name or service not known",
                        "failure in name resolution",
                        "name resolution fail",
                        "name does not resolve",
                        "no such host",
                        "UnknownHostException",
                        "nodename nor servname",
                        "host not found",
                        "could not translate host name",
                        "unknown mysql server host",
                        "unknown host",
                        "server misbehaving",
                        "no address associated with hostname",
                        "NXDOMAIN",
                        "SERVFAIL",
                        "NameResolutionError",
                        "could not be resolved",
                        "DNS resolution failed",
                        "dns lookup",
                        "cannot be resolved (",
                        "resolve hostname"),
                all(has("ENOTFOUND"), finds("(^|[^a-z])ENOTFOUND")),
                all(has("lookup"), has("on"), has(":53")));
    }

    private static Clue misconfigured() {
        return any(
                hasAny(
                        "[emerg]",
                        "could not resolve placeholder",
                        "ImproperlyConfigured",
                        "ConfigurationError",
                        "ConfigException",
                        "ConfigurationException",
                        "InvalidConfiguration",
                        "invalid configuration",
                        "invalid config",
                        "configuration error",
                        "config error",
                        "configuration is invalid",
                        "error in configuration",
                        "configuration file",
                        "error parsing config",
                        "failed to load config",
                        "failed to parse config",
                        "unable to load config",
                        "cannot load config",
                        "could not load config",
                        "error loading config",
                        "config validation",
                        "configuration validation",
                        "unknown directive",
                        "unknown option",
                        "unrecognized option",
                        "unrecognized argument",
                        "unrecognised option",
                        "unknown flag",
                        "flag provided but not defined",
                        "invalid option",
                        "missing required",
                        "required environment variable",
                        "required env",
                        "required configuration",
                        "required property",
                        "required key",
                        "field required",
                        "required setting",
                        "failed to bind properties",
                        "unsatisfied configuration",
                        "missing environment variable",
                        "missing env",
                        "missing config",
                        "database is uninitialized and",
                        "secret_key_base",
                        "APPLICATION FAILED TO START",
                        "failed to configure",
                        "not configured",
                        "misconfigur"),
                all(
                        hasAny(
                                "environment variable",
                                "env var",
                                "env:",
                                "os.environ",
                                "variable",
                                "setting",
                                "config"),
                        hasAny(
                                "is not set",
                                "not set",
                                "must be set",
                                "is required",
                                "is missing",
                                "undefined",
                                "not defined",
                                "unset",
                                "unbound",
                                "is empty",
                                "not found",
                                "invalid",
                                "must not be",
                                "must be")),
                finds("KeyError: '?[A-Z][A-Z0-9_]{2,}"),
                finds(
                        "[A-Z][A-Z0-9]*_[A-Z0-9_]+[\"'`]? (is not set|must be set|is required|is missing|is not defined|not set|is undefined|is empty|cannot be empty|must be)"));
    }

    private static Clue unconnected() {
        return hasAny(
                "connection refused",
                "ECONNREFUSED",
                "ConnectionRefused",
                "could not connect",
                "cannot connect to",
                "cant connect to",
                "cant reach",
                "unable to connect",
                "failed to connect",
                "connection timed out",
                "connect timed out",
                "connection timeout",
                "connect timeout",
                "ConnectTimeout",
                "ConnectionTimeout",
                "ETIMEDOUT",
                "ECONNRESET",
                "connection reset",
                "EHOSTUNREACH",
                "ENETUNREACH",
                "no route to host",
                "network is unreachable",
                "host is unreachable",
                "communications link failure",
                "MongoNetworkError",
                "MongoServerSelectionError",
                "ServerSelectionTimeout",
                "SequelizeConnection",
                "OperationalError",
                "PoolTimeout",
                "JDBC connection",
                "too many connections",
                "too many clients",
                "remaining connection slots",
                "password authentication failed",
                "using password:",
                "no pg_hba.conf entry",
                "authentication failed for user",
                "NOAUTH authentication required",
                "connection could not be established",
                "connection to server at",
                "connection error",
                "connection failed",
                "connection attempt failed",
                "could not create connection",
                "could not open connection",
                "could not get a connection",
                "unable to acquire",
                "connection closed unexpectedly",
                "server closed the connection",
                "max retries exceeded",
                "NewConnectionError",
                "ConnectionError",
                "ConnectionException",
                "ConnectException",
                "i/o timeout",
                "dial tcp",
                "upstream connect error",
                "upstream timed out",
                "connect() failed",
                "broker not available",
                "brokers are down",
                "no brokers available",
                "lost connection to",
                "lost connection",
                "connection to node",
                "unavailable: failed to connect",
                "socket hang up");
    }

    /** The shell's line {@code Killed}, the signal's name, or exit 137. Words of memory were looked for before. */
    private static Clue killed() {
        return any(
                exits("137"),
                hasAny("SIGKILL", "signal: killed", "signal 9", "received signal kill"),
                all(has("killed"), finds("(^|\\s)[0-9]* ?Killed( |$)")));
    }

    private static Clue crashed() {
        return any(
                all(has("exit"), tight(CODE + "(?:[1-9][0-9]{0,2})(?:[^0-9.]|$)")),
                hasAny(
                        "traceback (most recent call last)",
                        "unhandled exception",
                        "uncaught exception",
                        "unhandledpromiserejection",
                        "unhandled promise rejection",
                        "exception in thread main",
                        "cannot find module",
                        "ModuleNotFoundError",
                        "ImportError",
                        "no module named",
                        "ClassNotFoundException",
                        "NoClassDefFoundError",
                        "could not find or load main class",
                        "LoadError",
                        "panic:",
                        "fatal error",
                        "SyntaxError",
                        "ReferenceError",
                        "TypeError",
                        "npm ERR!",
                        "process terminated",
                        "non-zero exit",
                        "nonzero exit",
                        "SIGABRT",
                        "core dumped",
                        "SIGTERM"));
    }
}
