package io.github.ecsmedic.check;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;

/** Which service of AWS answers under a host name, and in which region. */
final class Hosts {
    private static final Pattern AWS = Pattern.compile(
            "(?:[a-z0-9.-]+?\\.)??(api\\.ecr|dkr\\.ecr|dkr-ecr|ecr|logs|secretsmanager|ssm|kms|elasticfilesystem)(?:-fips)?"
                    + "\\.([a-z]{2,4}-[a-z-]+-\\d)\\.(?:amazonaws\\.com(?:\\.cn)?|api\\.aws|on\\.aws)\\.?");
    private static final Pattern S3 = Pattern.compile(
            "(?:.*\\.)?s3(?:-fips)?(?:[.-][a-z0-9-]+|\\.dualstack\\.[a-z0-9-]+)?\\.amazonaws\\.com(?:\\.cn)?\\.?");
    private static final Pattern S3_REGION = Pattern.compile("s3[.-](?:dualstack\\.)?([a-z]{2,4}-[a-z-]+-\\d)\\.");
    private static final Map<String, String> SERVICES =
            Map.of("api.ecr", "ecr.api", "ecr", "ecr.api", "dkr.ecr", "ecr.dkr", "dkr-ecr", "ecr.dkr");

    private Hosts() {}

    /** The endpoint services that carry it; none for S3 and for what is not AWS. */
    static List<String> services(String host) {
        Matcher matcher = AWS.matcher(host);
        return matcher.matches() ? List.of(SERVICES.getOrDefault(matcher.group(1), matcher.group(1))) : List.of();
    }

    static boolean s3(String host) {
        return host.contains("starport-layer-bucket") || S3.matches(host);
    }

    static boolean ecr(String host) {
        return services(host).stream().anyMatch(service -> service.startsWith("ecr."));
    }

    /** Whether an endpoint of this region can serve it: a name of another region is the outside world. */
    static boolean here(String host, String region) {
        String other = regionOf(host);
        return other.isEmpty() || other.equals(region);
    }

    /** The region that the name holds, or {@code ""}. */
    static String regionOf(String host) {
        Matcher service = AWS.matcher(host);
        if (service.matches()) {
            return service.group(2);
        }
        Matcher s3 = S3_REGION.matcher(host);
        return s3.find() ? s3.group(1) : "";
    }
}
