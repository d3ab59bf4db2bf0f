package io.github.ecsmedic.signature;

import static io.github.ecsmedic.signature.Finder.QUOTES;
import static io.github.ecsmedic.signature.Finder.seek;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a text states the host that was asked, the address and port that were dialled, and the resolver. */
final class NetworkFacts {
    private static final String NAME = "[a-z0-9_*-]+(?:\\.[a-z0-9_*-]+)*";
    private static final String V4 = "[0-9]{1,3}(?:\\.[0-9]{1,3}){3}";
    private static final String V6 = "[0-9a-f:.]+(?:%[a-z0-9]+)?";
    private static final String DIAL = "\\bdial (?:tcp|udp)[46]?:? ";
    private static final String REMOTE = "\\b(?:read|write) tcp [^ >]+->";
    private static final String ERRORS = "ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ECONNRESET";
    private static final String REFUSED = "\\b(?:" + ERRORS + ") ";
    private static final String CONNECT = "\\bconnect(?:ion|ing)? to (?:server at |server on |host )?" + QUOTES;
    private static final String PORT = ":([0-9]{1,5})\\b";
    private static final String ANY_OF_THEM = "(?:" + V4 + "|\\[" + V6 + "\\]|" + NAME + ")";
    private static final String REGISTRIES = "docker.io|public.ecr.aws|quay.io|ghcr.io|gcr.io"
            + "|mcr.microsoft.com|azurecr.io|registry.k8s.io|registry.gitlab.com";

    static final Map<Fact, List<Finder>> FINDERS =
            Map.of(Fact.HOST, hosts(), Fact.ADDRESS, addresses(), Fact.PORT, ports(), Fact.RESOLVER, resolvers());

    private NetworkFacts() {}

    private static List<Finder> hosts() {
        return List.of(
                seek("lookup ", "\\blookup (" + NAME + ")(?: on |: )", NetworkFacts::host),
                seek(
                        "http",
                        "\\b(?:get|head|post|put|request to):? " + QUOTES + "https?://([a-z0-9._*-]+)[:/\"'\\\\?]",
                        NetworkFacts::host),
                seek("http", "https?://([a-z0-9._*-]+)[:/\"'\\\\?, ]", NetworkFacts::host),
                seek("enotfound", "\\bENOTFOUND (" + NAME + ")", NetworkFacts::host),
                seek("eai_again", "\\bEAI_AGAIN (" + NAME + ")", NetworkFacts::host),
                seek("unknownhost", "UnknownHostException:? (" + NAME + ")", NetworkFacts::host),
                seek(
                        "resolve",
                        "resolve (?:host(?:name)?:? )?" + QUOTES + "(" + NAME + ")(?:[\"'\\\\ :;,(]|\\. |$)",
                        NetworkFacts::dotted),
                seek("translate", "translate host name " + QUOTES + "(" + NAME + ")[\"'\\\\ ]", NetworkFacts::host),
                seek("host", "\\bhost(?:name)? [\"'\\\\]+(" + NAME + ")[\"'\\\\]", NetworkFacts::host),
                seek("server ", "\\bserver (?:at|on) [\"'\\\\]+(" + NAME + ")[\"'\\\\]", NetworkFacts::host),
                seek("connect", CONNECT + "(" + NAME + ")(?::[0-9]|[\"'\\\\]*,? port [0-9])", NetworkFacts::host),
                seek("dial ", DIAL + "(" + NAME + "):[0-9]", NetworkFacts::host),
                seek(
                        "amazonaws.com|api.aws|on.aws|" + REGISTRIES,
                        "(?:^|[^a-z0-9_.*>-])((?:[a-z0-9_-]+\\.)*(?:amazonaws\\.com(?:\\.cn)?|api\\.aws|on\\.aws|"
                                + REGISTRIES.replace(".", "\\.")
                                + "))\\b",
                        NetworkFacts::host));
    }

    private static List<Finder> addresses() {
        return List.of(
                seek("dial ", DIAL + "(" + V4 + "):[0-9]"),
                seek("dial ", DIAL + "\\[(" + V6 + ")\\]:[0-9]"),
                seek("->", REMOTE + "(" + V4 + "):[0-9]"),
                seek("->", REMOTE + "\\[(" + V6 + ")\\]:[0-9]"),
                seek(ERRORS, REFUSED + "(" + V4 + "):[0-9]"),
                seek("host", "\\bhost [\"'\\\\]*[^ ()]+ \\((" + V4 + ")\\)"),
                seek("port", "\\((" + V4 + ")\\),? port [0-9]"),
                seek("connect", CONNECT + "(" + V4 + ")(?::[0-9]|[\"'\\\\]*,? port [0-9])"));
    }

    private static List<Finder> ports() {
        return List.of(
                seek("dial ", DIAL + ANY_OF_THEM + PORT, NetworkFacts::port),
                seek("->", REMOTE + "(?:" + V4 + "|\\[" + V6 + "\\])" + PORT, NetworkFacts::port),
                seek(ERRORS, REFUSED + "[0-9a-z.:-]+" + PORT, NetworkFacts::port),
                seek("connect", CONNECT + NAME + PORT, NetworkFacts::port),
                seek("bind for ", "\\bbind for [0-9.:\\[\\]]+" + PORT, NetworkFacts::port),
                seek("port", "\\bports?:? ([0-9]{1,5})\\b", NetworkFacts::port));
    }

    private static List<Finder> resolvers() {
        return List.of(
                seek("lookup ", "\\blookup [^ ]+ on (" + V4 + "):53\\b"),
                seek("lookup ", "\\blookup [^ ]+ on \\[(" + V6 + ")\\]:53\\b"),
                seek("dial udp", "\\bdial udp[46]?:? (" + V4 + "):53\\b"),
                seek("dial udp", "\\bdial udp[46]?:? \\[(" + V6 + ")\\]:53\\b"));
    }

    /** A host that was asked; pages that a message links to and addresses are none. */
    private static String host(String found) {
        String host = found.toLowerCase(Locale.ROOT);
        boolean link = host.startsWith("docs.") || host.startsWith("www.") || host.endsWith("aws.amazon.com");
        boolean address = host.chars().allMatch(c -> c == '.' || Character.isDigit(c));
        return link || address ? "" : found;
    }

    private static String dotted(String found) {
        return found.contains(".") ? host(found) : "";
    }

    private static String port(String found) {
        int port = Integer.parseInt(found);
        return port > 0 && port < 65_536 ? found : "";
    }
}
