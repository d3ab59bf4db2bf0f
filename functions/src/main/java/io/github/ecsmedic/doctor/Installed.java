package io.github.ecsmedic.doctor;

import io.github.ecsmedic.config.FixSettings;
import io.github.ecsmedic.config.Members;
import io.github.ecsmedic.config.Settings;
import io.github.ecsmedic.installation.Functions.Function;
import io.github.ecsmedic.installation.Names;
import io.github.ecsmedic.installation.Rules.Bus;
import io.github.ecsmedic.installation.Site;
import io.github.ecsmedic.model.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The installation that is examined.
 *
 * @param wanted what this version would have installed
 */
public record Installed(Names names, String region, Site site, Wanted wanted, Instant now) {
    /**
     * What is compared.
     *
     * @param version that of the shell
     * @param actions the IAM actions that the roles of the functions need, by the last part of the function's name
     */
    public record Wanted(String version, Map<String, Set<String>> actions) {
        public Wanted {
            actions = Map.copyOf(actions);
        }
    }

    /** What the functions are told by their environment. */
    public Answer<Map<String, String>> settings() {
        return switch (site.functions().function(names.diagnose())) {
            case Answer.Unknown<Optional<Function>> unknown -> unknown.as();
            case Answer.Known<Optional<Function>>(Optional<Function> function, String source) -> {
                Map<String, String> environment =
                        function.map(Function::environment).orElse(Map.of());
                yield environment.isEmpty()
                        ? new Answer.Unknown<>("no environment of " + names.diagnose(), source)
                        : new Answer.Known<>(environment, source);
            }
        };
    }

    /** Whether its settings are known, and say so. */
    boolean has(Predicate<Map<String, String>> what) {
        return settings() instanceof Answer.Known<Map<String, String>>(Map<String, String> known, String _)
                && what.test(known);
    }

    static boolean fixes(Map<String, String> settings) {
        return settings.getOrDefault(FixSettings.FIXES, "").equals("on");
    }

    static boolean members(Map<String, String> settings) {
        return Stream.of(Members.MEMBERS, Members.ORGANIZATION)
                .anyMatch(key -> !settings.getOrDefault(key, "").isEmpty());
    }

    static boolean buttons(Map<String, String> settings) {
        return settings.getOrDefault(Settings.SLACK_BUTTONS, "").equals("on");
    }

    /** The name or ARN of Slack's secret, or {@code ""}. */
    static String secret(Map<String, String> settings) {
        return settings.getOrDefault(Settings.SLACK_WEBHOOK_SECRET, "");
    }

    /** The functions that it has by its settings; where those are unknown, the two that every one has. */
    List<String> functions() {
        List<String> functions = new ArrayList<>(List.of(names.diagnose(), names.sweep()));
        if (has(Installed::fixes)) {
            functions.add(names.fixer());
        }
        if (has(Installed::buttons)) {
            functions.add(names.buttons());
        }
        return functions;
    }

    /** The rules that hand events to the queue, with those of members where it has any; without a bus there are none. */
    List<String> rules() {
        boolean members = has(Installed::members);
        boolean bus = !(members
                && site.rules().bus(names.bus()) instanceof Answer.Known<Optional<Bus>>(Optional<Bus> found, String _)
                && found.isEmpty());
        return members && bus
                ? Stream.concat(names.rules().stream(), names.memberRules().stream())
                        .toList()
                : names.rules();
    }

    /** A command of the AWS CLI, in this region. */
    String aws(String command) {
        return "aws " + command + " --region " + region;
    }

    /**
     * Sets back what was changed beside the stack: the same template again would change nothing
     * (docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/drift-aware-change-sets.html).
     */
    List<String> putBack() {
        String of = " --stack-name " + names.installation() + " --change-set-name put-back";
        return List.of(
                aws("cloudformation create-change-set" + of
                        + " --deployment-mode REVERT_DRIFT --use-previous-template --capabilities"
                        + " CAPABILITY_NAMED_IAM"),
                aws("cloudformation wait change-set-create-complete" + of),
                aws("cloudformation execute-change-set" + of));
    }
}
