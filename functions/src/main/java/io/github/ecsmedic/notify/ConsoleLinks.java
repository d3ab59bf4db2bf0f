package io.github.ecsmedic.notify;

import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Subject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Links into the AWS console: the service, the task, its log, the objects of the network that the cause names. */
final class ConsoleLinks {
    /** A place and what to call it. */
    record Link(String label, String url) {}

    private static final int OBJECTS = 4;
    /** A link that is longer does not fit into a message. */
    private static final int LONGEST = 2_000;

    /** Prefix of an id → page and parameter of the VPC console. */
    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("vpc", "VpcDetails:VpcId="),
            Map.entry("subnet", "SubnetDetails:subnetId="),
            Map.entry("rtb", "RouteTableDetails:RouteTableId="),
            Map.entry("vpce", "EndpointDetails:vpcEndpointId="),
            Map.entry("nat", "NatGatewayDetails:natGatewayId="),
            Map.entry("igw", "InternetGateway:internetGatewayId="),
            Map.entry("sg", "SecurityGroup:groupId="),
            Map.entry("acl", "NetworkAclDetails:networkAclId="),
            Map.entry("dopt", "DhcpOptionsDetails:DhcpOptionsId="));

    private ConsoleLinks() {}

    static List<Link> of(Diagnosis d) {
        Subject subject = d.subject();
        List<Link> links = new ArrayList<>();
        if (!plain(subject.region())) {
            return links;
        }
        String cluster = host(subject.region()) + "/ecs/v2/clusters/" + encoded(subject.cluster());
        String region = "?region=" + subject.region();
        if (!subject.cluster().isEmpty() && !subject.service().isEmpty()) {
            links.add(new Link("Service", cluster + "/services/" + encoded(subject.service()) + "/health" + region));
        }
        if (!subject.cluster().isEmpty() && !subject.taskArn().isEmpty()) {
            String task = encoded(Arn.lastPart(subject.taskArn()));
            links.add(new Link("Task", cluster + "/tasks/" + task + "/configuration" + region));
        }
        if (!d.log().group().isEmpty()) {
            links.add(new Link("Log", log(d, region)));
        }
        if (!d.causes().isEmpty()) {
            d.causes().getFirst().resources().ids().stream()
                    .filter(id -> PAGES.containsKey(prefix(id)) && plain(id))
                    .limit(OBJECTS)
                    .map(id -> new Link(
                            id,
                            host(subject.region()) + "/vpcconsole/home" + region + "#" + PAGES.get(prefix(id)) + id))
                    .forEach(links::add);
        }
        links.removeIf(link -> link.url().length() > LONGEST);
        return links;
    }

    private static String log(Diagnosis d, String region) {
        String url = host(d.subject().region()) + "/cloudwatch/home" + region + "#logsV2:log-groups/log-group/"
                + twice(d.log().group());
        return d.log().stream().isEmpty() ? url : url + "/log-events/" + twice(d.log().stream());
    }

    private static String host(String region) {
        if (region.startsWith("cn-")) {
            return "https://" + region + ".console.amazonaws.cn";
        }
        return region.startsWith("us-gov-")
                ? "https://" + region + ".console.amazonaws-us-gov.com"
                : "https://" + region + ".console.aws.amazon.com";
    }

    private static String prefix(String id) {
        int hyphen = id.indexOf('-');
        return hyphen < 0 ? "" : id.substring(0, hyphen);
    }

    /** Letters, digits and hyphens only, as regions and ids of EC2 are. */
    private static boolean plain(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }

    /** The console of CloudWatch wants names encoded twice, with {@code $} for the per cent sign. */
    private static String twice(String text) {
        return encoded(encoded(text)).replace('%', '$');
    }
}
