package io.github.ecsmedic.aws;

import io.github.ecsmedic.model.Arn;
import java.util.Map;
import java.util.Set;

/**
 * A recorded request about a service of Amazon ECS.
 *
 * @param cluster its name, {@code default} where the request names none
 * @param scales whether it sets nothing but the number of tasks, as automatic scaling does all day
 */
record ServiceRequest(String cluster, String service, boolean scales) {
    private static final Set<String> SCALING = Set.of("cluster", "service", "desiredCount");

    static ServiceRequest of(Json record) {
        Json asked = record.at("requestParameters");
        String cluster = Arn.lastPart(asked.text("cluster"));
        String service = asked.text("service").isEmpty() ? asked.text("serviceName") : asked.text("service");
        boolean scales = asked instanceof Json.Members(Map<String, Json> values)
                && values.containsKey("desiredCount")
                && SCALING.containsAll(values.keySet());
        return new ServiceRequest(cluster.isEmpty() ? "default" : cluster, Arn.lastPart(service), scales);
    }

    /** Whether it sets up or changes that service. */
    boolean about(String otherCluster, String otherService) {
        return !scales && cluster.equals(otherCluster) && service.equals(otherService);
    }
}
