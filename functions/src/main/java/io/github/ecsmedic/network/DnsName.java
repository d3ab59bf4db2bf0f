package io.github.ecsmedic.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names of the domain name system, in lower case and without the dot at the end; the root is {@code ""}. */
public final class DnsName {
    private DnsName() {}

    /** A name as it is compared here; Route 53 writes a wildcard's star as {@code \052}. */
    public static String of(String written) {
        String name = written.toLowerCase(Locale.ROOT).replace("\\052", "*");
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /** Whether the host is the domain itself or lies under it. */
    public static boolean covers(String domain, String host) {
        return domain.isEmpty() || host.equals(domain) || host.endsWith("." + domain);
    }

    /** The number of labels: the more, the more specific. */
    public static int labels(String name) {
        return name.isEmpty() ? 0 : (int) name.chars().filter(c -> c == '.').count() + 1;
    }

    /** The name without its first label. */
    public static String parent(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    /** The wildcards that may cover the host, the closest first. */
    public static List<String> wildcards(String host) {
        List<String> names = new ArrayList<>();
        for (String parent = parent(host); !parent.isEmpty(); parent = parent(parent)) {
            names.add("*." + parent);
        }
        return names;
    }
}
