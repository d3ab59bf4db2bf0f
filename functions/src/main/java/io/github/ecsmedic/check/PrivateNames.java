package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.network.DnsName;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The private zones that an endpoint with private DNS brings into its VPC. */
final class PrivateNames {
    private static final Map<String, List<String>> ECR = Map.of(
            "ecr.api", List.of("api.ecr.REGION.amazonaws.com", "ecr.REGION.api.aws"),
            "ecr.dkr", List.of("dkr.ecr.REGION.amazonaws.com", "dkr-ecr.REGION.on.aws"));

    private PrivateNames() {}

    /**
     * The domains of those that hold a record for the host. The zone of {@code ecr.dkr} holds only the wildcard
     * {@code *.dkr.ecr.REGION.amazonaws.com}: the name of every registry, not the bare one.
     */
    static List<String> covering(String host, List<Endpoint> endpoints, String region) {
        return endpoints.stream()
                .filter(e -> e.type().equals("Interface") && e.privateDns() && e.available())
                .flatMap(e -> domains(e.service(), region))
                .filter(domain -> wild(domain) ? DnsName.covers(domain, DnsName.parent(host)) : host.equals(domain))
                .distinct()
                .toList();
    }

    private static Stream<String> domains(String service, String region) {
        int at = service.indexOf("." + region + ".");
        String name = at < 0 ? "" : service.substring(at + region.length() + 2);
        String china = region.startsWith("cn-") ? ".cn" : "";
        return name.isEmpty()
                ? Stream.of()
                : ECR.getOrDefault(name, List.of(name + ".REGION.amazonaws.com", name + ".REGION.api.aws")).stream()
                        .map(domain -> domain.replace("REGION", region))
                        .map(domain -> domain.endsWith("amazonaws.com") ? domain + china : domain);
    }

    private static boolean wild(String domain) {
        return domain.startsWith("dkr");
    }
}
