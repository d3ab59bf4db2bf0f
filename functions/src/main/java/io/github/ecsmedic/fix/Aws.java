package io.github.ecsmedic.fix;

import java.util.ArrayList;
import java.util.List;

/** Builds the arguments of the AWS CLI, region last. */
final class Aws {
    private Aws() {}

    /** {@code aws SERVICE OPERATION ARGUMENTS… --region REGION}. */
    static List<String> cli(String region, String service, String operation, String... arguments) {
        List<String> argv = new ArrayList<>(List.of("aws", service, operation));
        argv.addAll(List.of(arguments));
        argv.addAll(List.of("--region", region));
        return argv;
    }

    /** The same with arguments that are known only as a list. */
    static List<String> cli(String region, List<String> command) {
        List<String> argv = new ArrayList<>(List.of("aws"));
        argv.addAll(command);
        argv.addAll(List.of("--region", region));
        return argv;
    }
}
