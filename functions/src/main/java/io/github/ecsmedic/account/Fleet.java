package io.github.ecsmedic.account;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The container instances of a cluster as far as they were looked at.
 *
 * @param of how many there are in all
 */
public record Fleet(List<Host> hosts, int of) {
    /** No more are looked at. */
    public static final int MOST = 300;

    public Fleet {
        hosts = List.copyOf(hosts);
    }

    /** Whether none was left out. */
    public boolean complete() {
        return hosts.size() >= of;
    }

    /**
     * One container instance and what it has left.
     *
     * @param instance the id of the EC2 instance, or of the machine outside AWS
     * @param cpu units
     * @param memory MiB
     * @param ports those that are taken, {@code 8080} for TCP and {@code 8080/udp} for UDP
     * @param gpus how many are free
     * @param attributes by name; one without a value has {@code ""}
     * @param provider its capacity provider, or {@code ""}
     */
    public record Host(
            String arn,
            String instance,
            String status,
            boolean connected,
            int cpu,
            int memory,
            Set<String> ports,
            int gpus,
            Map<String, String> attributes,
            String provider) {
        public Host {
            ports = Set.copyOf(ports);
            attributes = Map.copyOf(attributes);
        }

        /** An attribute, or {@code ""}. */
        public String attribute(String name) {
            return attributes.getOrDefault(name, "");
        }

        /** Its Availability Zone, or {@code ""}. */
        public String zone() {
            return attribute("ecs.availability-zone");
        }
    }
}
