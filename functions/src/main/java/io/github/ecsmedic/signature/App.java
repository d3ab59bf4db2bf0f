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
    static final String CODE = "exit(?:ed|s|ing)?(?:with)?(?:code|status|value)?(?:of|is|was)?[:=(]*";

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
                        own(AppLog.UNRESOLVED),
                        Fact.HOST,
                        Fact.PORT,
                        Fact.RESOLVER),
                Signature.of(
                        "app.config_error",
                        FAILURE,
                        "The application refuses its configuration",
                        own(AppLog.MISCONFIGURED),
                        Fact.NAME,
                        Fact.PATH),
                Signature.of(
                        "app.dependency_connection",
                        FAILURE,
                        "The application cannot connect to a database or service",
                        own(AppLog.UNCONNECTED),
                        Fact.HOST,
                        Fact.ADDRESS,
                        Fact.PORT),
                Signature.fallback(
                        "app.sigkill", FAILURE, "The process was killed; exit 137 alone does not say why", killed()),
                Signature.fallback(
                        "app.exit_nonzero",
                        FAILURE,
                        "The process ended by itself with an error",
                        any(
                                exit(Integer.MIN_VALUE, -1),
                                exit(1, Integer.MAX_VALUE),
                                all(noExit(), own(AppLog.CRASHED)))),
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
                all(has("exec", ": no such file"), finds("(^|\\W)exec \\S+: no such file")),
                all(
                        hasAny("start container process", "starting container process"),
                        any(
                                hasAny("no such file", "stat /"),
                                tight("containerprocess(caused)?:?(errorduringcontainerinit:)?exec:"))),
                all(hasAny("CreateProcess", "hcsshim", "hcs::"), has("cannot find the file specified")),
                all(
                        hasAny("curl", "wget", "sh:", "bash:"),
                        finds("(?:sh|bash)(?:: line)?:? ?(?:[0-9]+: )?[^ ]+: not found")),
                all(has("/bin/", ": not found"), finds("/bin/(?:ba|da|a)?sh: (?:line )?[0-9]+: [^ ]+: not found")));
    }

    /** The shell's line {@code Killed}, the signal's name, or exit 137. Words of memory were looked for before. */
    private static Clue killed() {
        return any(
                exits("137"),
                hasAny("SIGKILL", "signal: killed", "signal 9", "received signal kill"),
                all(has("killed"), finds("(^|\\s)[0-9]* ?Killed( |$)")));
    }
}
