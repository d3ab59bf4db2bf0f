package io.github.ecsmedic.check;

import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.signature.Fact;
import java.util.Locale;

/** The platform on which the task runs, in the words of image manifests: {@code linux/amd64}. */
final class TaskPlatform {
    private TaskPlatform() {}

    /** From the message, from the host on which the task was placed, or from the task definition; {@code ""} if unknown. */
    static String of(Inquiry inquiry) {
        String named = inquiry.seen().facts().get(Fact.PLATFORM);
        if (!named.isEmpty()) {
            String[] parts = named.split("[/ ]", -1);
            return parts.length < 2 ? named : parts[0] + "/" + architecture(parts[1]);
        }
        Task task = inquiry.task();
        String placed = task == null || task.fargate() ? "" : architecture(task.cpuArchitecture());
        if (!(Definitions.of(inquiry) instanceof Known<TaskDefinition>(TaskDefinition definition, String _))) {
            return "";
        }
        String os = definition.operatingSystem().startsWith("WINDOWS") ? "windows" : "linux";
        return os + "/" + (placed.isEmpty() ? architecture(definition.cpuArchitecture()) : placed);
    }

    private static String architecture(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "x86_64", "amd64" -> "amd64";
            case "arm64", "aarch64" -> "arm64";
            default -> name.toLowerCase(Locale.ROOT);
        };
    }
}
