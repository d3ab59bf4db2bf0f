package io.github.ecsmedic.doctor;

import io.github.ecsmedic.account.Roles.Decision;
import io.github.ecsmedic.config.FixSettings;
import io.github.ecsmedic.config.Settings;
import io.github.ecsmedic.installation.Functions.Function;
import io.github.ecsmedic.installation.Permits.Grant;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.network.PolicyDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether the roles may do what their functions need: their own policies have to allow it, and then IAM is asked what
 * it decides, with boundaries and the organisation's policies, on a made-up object of each kind.
 */
final class Permissions implements Exam {
    /** So many actions in a question to IAM (docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html). */
    private static final int ACTIONS = 100;

    @Override
    public String id() {
        return "permissions";
    }

    @Override
    public List<Line> of(Installed it) {
        Findings findings = new Findings(this);
        int count = 0;
        for (String name : it.functions()) {
            Set<String> needed = needed(it, name);
            count += needed.size();
            if (!needed.isEmpty()) {
                // a function that is not there stands with the functions
                findings.seen(
                        "the role of " + name,
                        it.site().functions().function(name),
                        (Optional<Function> found) -> found.ifPresent(here -> look(it, here, needed, findings)));
            }
        }
        return findings.lines("IAM allows the roles all " + count + " actions that the functions need");
    }

    private static Set<String> needed(Installed it, String function) {
        String last = function.substring(it.names().installation().length() + 1);
        Set<String> needed = new TreeSet<>(it.wanted().actions().getOrDefault(last, Set.of()));
        boolean tells = !function.equals(it.names().buttons());
        if (tells
                && it.settings() instanceof Answer.Known<Map<String, String>>(Map<String, String> settings, String _)) {
            if (!settings.getOrDefault(Settings.BUS, "on").equals("off")) {
                needed.add("events:PutEvents");
            }
            if (!Installed.secret(settings).isEmpty()) {
                needed.add("secretsmanager:GetSecretValue");
            }
        }
        if (function.equals(it.names().fixer())
                && it.settings() instanceof Answer.Known<Map<String, String>>(Map<String, String> settings, String _)
                && settings.getOrDefault(FixSettings.DRY_RUN, "on").equals("off")
                && !settings.getOrDefault(FixSettings.APPROVERS, "").isEmpty()) {
            needed.addAll(it.wanted().actions().getOrDefault(Doctor.CHANGES, Set.of()));
        }
        return needed;
    }

    private static void look(Installed it, Function function, Set<String> needed, Findings findings) {
        String role = Arn.lastPart(function.role());
        findings.there("role " + role, it.site().permits().grants(role), it.putBack(), grants -> {
            Set<String> lacking = new TreeSet<>(needed);
            List<Grant> asked = new ArrayList<>();
            for (Grant grant : grants) {
                List<String> given =
                        needed.stream().filter(action -> gives(grant, action)).toList();
                given.forEach(lacking::remove);
                for (int i = 0; i < given.size(); i += ACTIONS) {
                    asked.add(new Grant(
                            given.subList(i, Math.min(i + ACTIONS, given.size())),
                            samples(grant.resources()),
                            samples(grant.context())));
                }
            }
            if (!lacking.isEmpty()) {
                findings.red("role " + role + " lacks " + String.join(", ", lacking), it.putBack());
            }
            asked.forEach(grant -> simulate(it, function, grant, findings));
        });
    }

    private static boolean gives(Grant grant, String action) {
        return grant.actions().stream().anyMatch(pattern -> PolicyDecision.like(pattern, action));
    }

    private static void simulate(Installed it, Function function, Grant asked, Findings findings) {
        String role = Arn.lastPart(function.role());
        findings.seen(
                "what IAM decides about role " + role,
                it.site().permits().simulate(function.role(), asked),
                decisions -> {
                    for (Decision decision : decisions) {
                        if (!decision.decision().equals("allowed")
                                && !decision.missingContext().isEmpty()) {
                            findings.unseen(
                                    decision.action() + " of role " + role,
                                    "IAM wants to know " + String.join(", ", decision.missingContext()));
                        } else if (!decision.decision().equals("allowed")) {
                            findings.red(
                                    "role " + role + " is denied " + decision.action() + " by " + denier(decision),
                                    List.of("aws iam simulate-principal-policy --policy-source-arn " + function.role()
                                            + " --action-names " + decision.action() + " --resource-arns '"
                                            + decision.resource() + "'"));
                        }
                    }
                });
    }

    private static String denier(Decision decision) {
        return decision.deniedByOrganization()
                ? "a policy of the organisation: its administrators have to allow it"
                : decision.deniedByBoundary()
                        ? "its permissions boundary: allow it there"
                        : "a policy of its own (" + decision.decision() + ")";
    }

    /** An object that each pattern means. */
    private static List<String> samples(List<String> patterns) {
        return patterns.stream()
                .map(pattern -> pattern.equals("*")
                        ? pattern
                        : pattern.replace('*', 'x').replace('?', 'x'))
                .toList();
    }

    private static Map<String, List<String>> samples(Map<String, List<String>> context) {
        Map<String, List<String>> samples = new TreeMap<>();
        context.forEach((key, patterns) -> samples.put(key, samples(patterns)));
        return samples;
    }
}
