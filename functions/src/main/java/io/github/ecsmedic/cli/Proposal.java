package io.github.ecsmedic.cli;

import io.github.ecsmedic.fix.Shell;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.mend.Plan;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Remedy.Decision;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A plan as it is shown to whoever is asked to allow it. */
record Proposal(Plan plan) {
    private static final List<String> YES = List.of("y", "yes");

    /**
     * The plan of the fix.
     *
     * @throws Mistake when the diagnosis does not propose it, or when it is for a person to do
     */
    static Proposal of(String fix, Diagnosis diagnosis, Incident incident) {
        Remedy remedy = diagnosis.fixes().stream()
                .filter(one -> one.id().equals(fix))
                .findFirst()
                .orElseThrow(() -> Mistake.usage(fix + " does not answer what was diagnosed" + others(incident)));
        if (remedy.decision() == Decision.REFUSED) {
            throw Mistake.usage(fix + " is not applied: " + remedy.reason());
        }
        Optional<Plan> plan = Room.PLANS.of(incident, fix);
        if (remedy.tier() == Remedy.Tier.MANUAL || plan.filter(Plan::runnable).isEmpty()) {
            throw Mistake.usage(
                    fix + " is for a person to do: run the commands that the diagnosis shows" + others(incident));
        }
        return new Proposal(plan.get());
    }

    /** The other choice there is. */
    static String others(Incident incident) {
        List<Plan> runnable = Room.PLANS.runnable(incident);
        return runnable.isEmpty()
                ? "; no fix of it can be applied"
                : "; what can be applied: " + runnable.stream().map(Plan::fix).collect(Collectors.joining(", "));
    }

    /** Its commands, what takes them back, and how far it reaches. */
    void show(PrintStream to) {
        to.println();
        to.println(plan.fix() + " sends");
        plan.requests().forEach(request -> to.println(Shell.join(request.argv())));
        List<String> undo = plan.requests().reversed().stream()
                .filter(request -> !request.undo().isEmpty())
                .map(request -> Shell.join(request.undo()))
                .toList();
        if (undo.size() < plan.requests().size()) {
            to.println("Nothing takes " + (undo.isEmpty() ? "it" : "all of it") + " back.");
        }
        if (!undo.isEmpty()) {
            to.println(
                    plan.requests().stream().allMatch(r -> r.inverse().isPresent())
                            ? "What takes it back:"
                            : "What takes it back, by hand alone:");
            undo.forEach(to::println);
        }
        to.println("It reaches " + reach() + ".");
        to.flush();
    }

    private String reach() {
        String service = plan.subject().service().isEmpty()
                ? "the task"
                : "service " + plan.subject().service();
        return switch (plan.reach()) {
            case SETTING -> "a setting of " + service + ", and replaces no task";
            case TASKS -> "tasks of " + service + ", which are replaced";
            case OBJECT -> "what " + service + " uses: " + String.join(", ", ids());
            case NETWORK -> "the network of everything that uses " + String.join(", ", ids());
        };
    }

    /** Of what it touches that which its commands name; all where they name none of it. */
    private List<String> ids() {
        List<String> all = plan.touches().stream()
                .filter(id -> !id.equals(plan.subject().region()))
                .sorted()
                .toList();
        List<String> named = all.stream().filter(this::named).toList();
        return named.isEmpty() ? all : named;
    }

    private boolean named(String id) {
        return plan.requests().stream()
                .flatMap(request -> request.argv().stream())
                .anyMatch(id::equals);
    }

    /** Whether the answer is yes; anything else is no. */
    static boolean agreed(String question, Console console) {
        console.out().flush();
        console.err().print(question + " [y/N] ");
        console.err().flush();
        try {
            String answer = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8)).readLine();
            return answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            throw Mistake.usage("the answer could not be read (" + e.getMessage() + "): give --yes");
        }
    }
}
