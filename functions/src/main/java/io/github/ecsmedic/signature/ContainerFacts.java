package io.github.ecsmedic.signature;

import static io.github.ecsmedic.signature.Finder.QUOTES;
import static io.github.ecsmedic.signature.Finder.seek;

import java.util.List;
import java.util.Map;

/** How a text states what was pulled, created or started, and what came of it. */
final class ContainerFacts {
    private static final String IMAGE = "([^ \"'\\\\,()\\[\\]][^ \"'\\\\,()]*)";
    private static final String PATH = "(/[^ :;,\"'\\\\]+)";
    private static final String SETTING = "((?-i:[A-Z][A-Z0-9_]{2,}))";
    private static final String REASONS = "Bad Request|Unauthorized|Forbidden|Not Found|Method Not Allowed"
            + "|Request Timeout|Too Many Requests|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Timeout|Gateway Time-out";

    static final Map<Fact, List<Finder>> FINDERS = Map.of(
            Fact.IMAGE, images(),
            Fact.PLATFORM, platforms(),
            Fact.STATUS_CODE, statusCodes(),
            Fact.RETRIES,
                    List.of(
                            seek("retried", "\\bretried ([0-9]{1,4}) times?\\b"),
                            seek("retried", "\\bretried ([0-9]{1,4}) time\\(s\\)")),
            Fact.COMMAND, commands(),
            Fact.PATH, paths(),
            Fact.NAME, names());

    private ContainerFacts() {}

    /** The host of an image's registry, {@code ""} when the reference names none. */
    static String registry(String image) {
        int slash = image.indexOf('/');
        String first = slash < 0 ? "" : image.substring(0, slash);
        int port = first.indexOf(':');
        String host = port < 0 ? first : first.substring(0, port);
        boolean plain = host.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_');
        return plain && (host.contains(".") || port >= 0 || host.equals("localhost")) ? host : "";
    }

    private static List<Finder> images() {
        return List.of(
                seek("resolve ref", "\\bresolve ref(?:erence)? " + QUOTES + IMAGE),
                seek("cannot pull", "\\bcannot pull " + QUOTES + IMAGE + QUOTES + " from the"),
                seek("can't pull", "\\bcan't pull " + QUOTES + IMAGE + QUOTES + " from the"),
                seek("denied for", "\\baccess denied for " + QUOTES + IMAGE),
                seek("manifest for", "\\bmanifest for " + QUOTES + IMAGE + QUOTES + " not found"),
                seek("redacted ecr", "\\bREDACTED ECR URL related to " + QUOTES + IMAGE),
                seek("no such image", "\\bno such image: " + QUOTES + IMAGE),
                seek("repository", "\\brepository " + QUOTES + IMAGE + QUOTES + " (?:not found|does not exist)"),
                seek("repository", "\\bnot found in repository " + QUOTES + IMAGE),
                seek("image", "\\bimage " + QUOTES + IMAGE + QUOTES + " (?:not found|locally|does not exist)"),
                seek("image", "\\b(?:pull|pulling|unpack) image:? " + QUOTES + IMAGE, ContainerFacts::reference),
                seek(
                        ".dkr.ecr",
                        "(?:^|[ \"'(])([a-z0-9_*<>-]+\\.dkr\\.ecr[a-z0-9.-]*/[^ \"'\\\\,()]+)",
                        ContainerFacts::reference));
    }

    private static List<Finder> platforms() {
        String platform = "((?:linux|windows)/[a-z0-9_]+(?:/v[0-9])?)";
        return List.of(
                seek(
                        "linux/|windows/",
                        "(?:matching platform|matching manifest for|match for platform|specified platform|for platform) [(\"'\\\\]*"
                                + platform),
                seek("linux/|windows/", "\\b" + platform));
    }

    private static List<Finder> statusCodes() {
        return List.of(
                seek("code", "status ?code[\"'\\\\]*: ?[\"'\\\\]*([1-5][0-9]{2})\\b"),
                seek("status", "\\bstatus (?:code|from) [^:]{0,40}(?:https?://)?[^ ]{0,400}: ([1-5][0-9]{2})\\b"),
                seek("codes:", "\\bcodes: ?\\[([1-5][0-9]{2})\\b"),
                seek("http/", "\\bHTTP/[0-9.]+[\"'\\\\]* ([1-5][0-9]{2})\\b"),
                seek(REASONS, "(?:^|[^0-9a-z])([1-5][0-9]{2}) (?:" + REASONS + ")\\b"),
                seek("error (", "\\bAPI error \\((4[0-9]{2})\\)"));
    }

    private static List<Finder> commands() {
        return List.of(
                seek(
                        "exec: ",
                        "\\bexec: " + QUOTES + "([^\"'\\\\]{1,300})" + QUOTES
                                + ": (?:stat|executable|permission|no such|is a dir|exec format|not found|open|fork)"),
                seek("exec /", "\\bexec " + PATH + ":"),
                seek("stat /", "\\bstat " + PATH + ": no such file"),
                seek("env: ", "\\benv: " + QUOTES + "([\\w./+-]+)" + QUOTES + "(?:r)?" + QUOTES + ": no such file"),
                seek("not found", "(?:sh|line [0-9]+|: [0-9]+): ([\\w./+-]+): (?:command )?not found"),
                seek("not found", "\\b([\\w./+-]+): (?:command )not found"));
    }

    private static List<Finder> paths() {
        return List.of(
                seek("mounting ", "\\bmounting:? " + QUOTES + PATH),
                seek("source path", "\\bsource path(?: does not exist:)? " + QUOTES + PATH),
                seek("mounting ", "\\bmounting [^ :/]+:" + PATH),
                seek(
                        " /",
                        "\\b(?:open|write|mkdir|mkdirall|l?chown|l?stat|chdir|read|unlink|rename|symlink|mknod|chmod|access|copy)"
                                + " " + QUOTES + PATH),
                seek("ownership", "\\bownership of " + QUOTES + PATH),
                seek("volume", "\\bvolume " + QUOTES + PATH),
                seek("unix", "\\bunix(?:://)? ?" + PATH));
    }

    private static List<Finder> names() {
        return List.of(
                seek("module", "\\b(?:find module|module named) " + QUOTES + "([^ \"'\\\\,;]+)"),
                seek("keyerror", "\\bKeyError: [\"'\\\\]+([^\"'\\\\ ]+)"),
                seek("placeholder", "\\bresolve placeholder " + QUOTES + "([^\"'\\\\ ]+)"),
                seek("variable", "\\bvariables?:? (?:named )?" + QUOTES + SETTING),
                seek(
                        "",
                        "\\b" + SETTING
                                + QUOTES
                                + " (?:environment variable |env var )?(?:(?:is|was|has|must|are|not|environment|undefined|missing|required)\\b)"),
                seek("missing", "\\bmissing (?:required )?[a-z ]{0,40}:? ?" + QUOTES + SETTING),
                seek("require", "\\brequires? " + QUOTES + SETTING));
    }

    /** A reference has a path or a tag; a URL of the registry's interface is none. */
    private static String reference(String found) {
        boolean shaped = found.contains("/") || found.contains(":");
        return shaped && !found.contains("/v2/") && !found.contains("://") ? found : "";
    }
}
