package io.github.ecsmedic.account;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A task definition. Environment values are never read into it, only names.
 *
 * @param cpuArchitecture {@code X86_64} (the default) or {@code ARM64}
 * @param operatingSystem {@code LINUX} (the default) or a Windows family
 * @param ephemeralStorage GiB of its own disk on Fargate; null where it takes the default of 20
 * @param registeredBy the ARN of who registered it, or {@code ""}
 * @param fileSystems the ids of the EFS file systems that it mounts
 */
public record TaskDefinition(
        String arn,
        String family,
        int revision,
        String networkMode,
        String executionRoleArn,
        String taskRoleArn,
        String cpuArchitecture,
        String operatingSystem,
        @Nullable Integer cpu,
        @Nullable Integer memory,
        @Nullable Integer ephemeralStorage,
        List<ContainerDefinition> containers,
        String registeredBy,
        List<String> fileSystems) {
    public TaskDefinition {
        containers = List.copyOf(containers);
        fileSystems = List.copyOf(fileSystems);
    }

    /** Without a file system. */
    public TaskDefinition(
            String arn,
            String family,
            int revision,
            String networkMode,
            String executionRoleArn,
            String taskRoleArn,
            String cpuArchitecture,
            String operatingSystem,
            @Nullable Integer cpu,
            @Nullable Integer memory,
            @Nullable Integer ephemeralStorage,
            List<ContainerDefinition> containers,
            String registeredBy) {
        this(
                arn,
                family,
                revision,
                networkMode,
                executionRoleArn,
                taskRoleArn,
                cpuArchitecture,
                operatingSystem,
                cpu,
                memory,
                ephemeralStorage,
                containers,
                registeredBy,
                List.of());
    }

    /** {@code family:revision}. */
    public String name() {
        return family + ":" + revision;
    }

    /**
     * One container of it.
     *
     * @param dependsOn container name → condition ({@code START}, {@code COMPLETE}, {@code SUCCESS}, {@code HEALTHY})
     * @param secrets what is injected: variable name → valueFrom (an ARN or a parameter's name)
     * @param environment names only
     * @param environmentFiles the ARNs of objects in S3
     */
    public record ContainerDefinition(
            String name,
            String image,
            boolean essential,
            Map<String, String> dependsOn,
            Map<String, String> secrets,
            List<String> environment,
            String repositoryCredentials,
            @Nullable LogConfiguration log,
            @Nullable Integer memory,
            @Nullable Integer stopTimeout,
            List<String> command,
            List<String> entryPoint,
            List<Integer> containerPorts,
            @Nullable HealthCheck healthCheck,
            List<String> environmentFiles) {
        /** What a container calls the login of its registry, always a secret's. */
        public static final String CREDENTIALS = "repositoryCredentials";

        public ContainerDefinition {
            dependsOn = Map.copyOf(dependsOn);
            secrets = Map.copyOf(secrets);
            environment = List.copyOf(environment);
            command = List.copyOf(command);
            entryPoint = List.copyOf(entryPoint);
            containerPorts = List.copyOf(containerPorts);
            environmentFiles = List.copyOf(environmentFiles);
        }

        /** Without environment files. */
        public ContainerDefinition(
                String name,
                String image,
                boolean essential,
                Map<String, String> dependsOn,
                Map<String, String> secrets,
                List<String> environment,
                String repositoryCredentials,
                @Nullable LogConfiguration log,
                @Nullable Integer memory,
                @Nullable Integer stopTimeout,
                List<String> command,
                List<String> entryPoint,
                List<Integer> containerPorts,
                @Nullable HealthCheck healthCheck) {
            this(
                    name,
                    image,
                    essential,
                    dependsOn,
                    secrets,
                    environment,
                    repositoryCredentials,
                    log,
                    memory,
                    stopTimeout,
                    command,
                    entryPoint,
                    containerPorts,
                    healthCheck,
                    List.of());
        }

        /**
         * What it takes from a secret or parameter: what for → valueFrom. Beside the injected variables these are {@code
         * log option NAME} and {@link #CREDENTIALS}, which ECS reads with the same role at the same time.
         */
        public Map<String, String> references() {
            Map<String, String> all = new TreeMap<>(secrets);
            if (log != null) {
                log.secrets().forEach((option, from) -> all.put("log option " + option, from));
            }
            if (!repositoryCredentials.isEmpty()) {
                all.put(CREDENTIALS, repositoryCredentials);
            }
            return all;
        }

        /** The command of its health check; empty when it has none. */
        public List<String> healthCheckCommand() {
            return healthCheck == null ? List.of() : healthCheck.command();
        }
    }

    /**
     * A container's own health check; times in seconds.
     *
     * @param command {@code CMD} or {@code CMD-SHELL}, then what is run
     * @param retries how many failures in a row make it unhealthy
     * @param startPeriod how long failures do not count
     */
    public record HealthCheck(List<String> command, int interval, int timeout, int retries, int startPeriod) {
        public HealthCheck {
            command = List.copyOf(command);
        }

        /** With the times that ECS takes where none are given. */
        public static HealthCheck of(String... command) {
            return new HealthCheck(List.of(command), 30, 5, 3, 0);
        }
    }

    /**
     * Where a container logs; {@code options} as in the task definition ({@code awslogs-group} …).
     *
     * @param secrets the options that are taken from a secret or parameter: option → valueFrom
     */
    public record LogConfiguration(String driver, Map<String, String> options, Map<String, String> secrets) {
        public LogConfiguration {
            options = Map.copyOf(options);
            secrets = Map.copyOf(secrets);
        }

        /** Without a secret option. */
        public LogConfiguration(String driver, Map<String, String> options) {
            this(driver, options, Map.of());
        }

        /** An option, or {@code ""}. */
        public String option(String name) {
            return options.getOrDefault(name, "");
        }
    }
}
