package io.github.ecsmedic.diagnose;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.cause.CauseRule;
import io.github.ecsmedic.check.Check;
import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.Leg;
import io.github.ecsmedic.check.NameAhead;
import io.github.ecsmedic.check.Need;
import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.NextStart.Outlook;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.signature.Fact;
import io.github.ecsmedic.signature.Facts;
import io.github.ecsmedic.signature.Recognition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One need of one coming start: its name is resolved, its packets are walked, and what it asks for is looked up, each as
 * if a message had told that it failed.
 */
record Prospect(Subject subject, Task task, Account account, Catalogued known) {
    /** What is asked, and under which labels a failure would be told. */
    record Catalogued(List<String> labels, List<Check> checks, List<CauseRule> causes) {
        Catalogued {
            labels = List.copyOf(labels);
            checks = List.copyOf(checks);
            causes = List.copyOf(causes);
        }
    }

    /** Labels that no message gets: rules that stand on a label of their own do not explain them. */
    private static final String LOOKUP = "start.dns_resolution";

    private static final String CONNECTION = "start.connection";

    /** Whether the need would be met. */
    Foresight of(Need need) {
        List<Foresight> parts = new ArrayList<>();
        Leg leg = need.leg();
        if (leg != null) {
            NameAhead name = NameAhead.of(inquiry("", new Recognised(CONNECTION, Facts.NONE), leg), leg);
            Foresight lookup = lookup(leg, name);
            parts.add(lookup);
            if (need.walked() && lookup.outlook() != Outlook.WOULD_FAIL) {
                parts.add(connection(leg, name));
            }
        }
        need.things().forEach(thing -> parts.addAll(answers(need, thing)));
        return Foresight.all(parts);
    }

    /** What a server that is not Amazon's answers is a doubt of the connection already. */
    private Foresight lookup(Leg leg, NameAhead name) {
        if (!name.doubt().isEmpty()) {
            return Foresight.FINE.inDoubt(name.doubt());
        }
        Facts facts = new Facts(Map.of(Fact.HOST, leg.host(), Fact.RESOLVER, name.resolver()));
        return connected(inquiry("", new Recognised(LOOKUP, facts), leg));
    }

    /** Every private address that the name may lead to must be reached. */
    private Foresight connection(Leg leg, NameAhead name) {
        List<String> addresses = name.addresses().isEmpty() ? List.of("") : name.addresses();
        Foresight all = Foresight.all(
                addresses.stream().map(address -> dialled(leg, address)).toList());
        return all.outlook() == Outlook.NOT_SEEN && name.doubt().isEmpty()
                ? wherever(leg, all)
                : all.inDoubt(name.doubt());
    }

    /** What cannot be said of S3 in general may hold for each of its addresses. */
    private Foresight wherever(Leg leg, Foresight otherwise) {
        Inquiry asking = inquiry("", new Recognised(CONNECTION, Facts.NONE), leg);
        List<Foresight> each = NameAhead.ofS3(asking, leg).stream()
                .map(address -> dialled(leg, address))
                .toList();
        return !each.isEmpty() && each.stream().allMatch(part -> part.outlook() == Outlook.WOULD_FAIL)
                ? each.getFirst()
                : otherwise;
    }

    private Foresight dialled(Leg leg, String address) {
        Map<Fact, String> facts = new TreeMap<>(Map.of(Fact.HOST, leg.host()));
        if (!address.isEmpty()) {
            facts.put(Fact.ADDRESS, address);
        }
        return connected(inquiry("", new Recognised(CONNECTION, new Facts(facts)), leg.at(address)));
    }

    private Foresight connected(Inquiry inquiry) {
        List<CauseRule> rules =
                known.causes().stream().filter(rule -> rule.explains(inquiry)).toList();
        return Foresight.ofConnection(inquiry, rules, known.checks());
    }

    /** Each rule once, under the first label that it explains. */
    private List<Foresight> answers(Need need, Need.Thing thing) {
        List<Foresight> parts = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (String label : known.labels()) {
            if (!need.mayBeToldAs(label)) {
                continue;
            }
            Inquiry inquiry = inquiry(thing.container(), new Recognised(label, thing.facts()), null);
            if (Leg.of(inquiry).isPresent()) {
                continue; // about the connection, which is walked
            }
            List<CauseRule> rules = known.causes().stream()
                    .filter(rule -> !done.contains(rule.id()) && rule.explains(inquiry))
                    .toList();
            rules.forEach(rule -> done.add(rule.id()));
            if (!rules.isEmpty()) {
                parts.add(Foresight.ofAnswer(inquiry, rules, known.checks()));
            }
        }
        return parts;
    }

    private record Recognised(String label, Facts facts) {}

    private Inquiry inquiry(String container, Recognised as, @Nullable Leg leg) {
        return new Inquiry(
                subject,
                task,
                container,
                new Recognition(as.label(), AlertClass.FAILURE, as.facts(), false),
                "",
                account,
                leg);
    }
}
