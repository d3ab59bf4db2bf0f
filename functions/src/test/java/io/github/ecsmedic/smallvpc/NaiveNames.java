package io.github.ecsmedic.smallvpc;

import io.github.ecsmedic.account.Endpoint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a name leads to: every suffix of it is tried, the longest first. */
final class NaiveNames {
    static final String PUBLIC = "192.0.2.44";
    static final String PUBLIC_SIX = "2001:db8::44";
    static final String S3 = "198.51.100.20";

    private NaiveNames() {}

    /** An address, or the causes for which there is none. */
    record Found(String address, Set<String> causes) {
        Found {
            causes = Set.copyOf(causes);
        }

        /** There is none, for one cause more. */
        Found without(String cause) {
            Set<String> all = new HashSet<>(causes);
            all.add(cause);
            return new Found("", all);
        }
    }

    static Found of(SmallVpc vpc) {
        Found found = filtered(vpc);
        return vpc.errand == Errand.LAYERS || vpc.support ? found : found.without("dns.vpc_attributes_off");
    }

    private static Found filtered(SmallVpc vpc) {
        if (vpc.errand == Errand.LAYERS) {
            return address(S3);
        }
        for (int priority = 0; priority < 1_000; priority++) {
            for (SmallVpc.Blocker rule : vpc.firewall) {
                if (rule.priority() == priority && names(rule.domain(), vpc.errand.host)) {
                    return rule.action().equals("BLOCK") ? answered(vpc).without("dns.firewall_block") : answered(vpc);
                }
            }
        }
        return answered(vpc);
    }

    private static boolean names(String pattern, String host) {
        return pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : host.equals(pattern);
    }

    private static Found answered(SmallVpc vpc) {
        boolean ruled = false;
        for (String name = vpc.errand.host; !name.isEmpty(); name = parent(name)) {
            String type = vpc.rules.getOrDefault(name, "");
            if (type.equals("FORWARD") && !ruled) {
                return failed("dns.resolver_rule");
            }
            ruled = ruled || !type.isEmpty();
            if (!vpc.hostnames) {
                continue;
            }
            if (name.equals(vpc.errand.zone) && answers(vpc)) {
                return address(vpc.adapters
                        .get("eni-" + vpc.errand.service)
                        .addresses()
                        .getFirst());
            }
            List<String> zone = vpc.zones.get(name);
            if (zone != null) {
                return zone.isEmpty() ? failed("dns.private_zone_shadows") : address(zone.getFirst());
            }
        }
        return address(vpc.six ? PUBLIC_SIX : PUBLIC);
    }

    /** Whether the endpoint brings its private zone. */
    private static boolean answers(SmallVpc vpc) {
        Endpoint endpoint = vpc.endpoints.get(vpc.errand.service);
        return endpoint != null && endpoint.state().equals("available") && endpoint.privateDns();
    }

    private static String parent(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    private static Found address(String address) {
        return new Found(address, Set.of());
    }

    private static Found failed(String cause) {
        return new Found("", Set.of(cause));
    }
}
