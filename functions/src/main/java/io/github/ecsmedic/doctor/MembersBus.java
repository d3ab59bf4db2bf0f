package io.github.ecsmedic.doctor;

import io.github.ecsmedic.config.Members;
import io.github.ecsmedic.installation.Rules.Bus;
import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether every member may put its events on the bus of members, where there are any. */
final class MembersBus implements Exam {
    @Override
    public String id() {
        return "members";
    }

    @Override
    public List<Line> of(Installed it) {
        if (!(it.settings() instanceof Answer.Known<Map<String, String>>(Map<String, String> settings, String _))
                || !Installed.members(settings)) {
            return List.of();
        }
        Findings findings = new Findings(this);
        String name = it.names().bus();
        List<String> wanted = Stream.of(Members.MEMBERS, Members.ORGANIZATION)
                .flatMap(key -> Stream.of(settings.getOrDefault(key, "").split(" ", -1)))
                .filter(member -> !member.isEmpty())
                .map(member -> member.split("=", 2)[0])
                .toList();
        findings.there(
                "bus " + name, it.site().rules().bus(name), it.putBack(), bus -> look(it, bus, wanted, findings));
        return findings.lines(name + " takes events of " + String.join(", ", wanted));
    }

    private static void look(Installed it, Bus bus, List<String> wanted, Findings findings) {
        List<String> shut = wanted.stream()
                .filter(member -> !bus.admitted().contains(member))
                .toList();
        if (!shut.isEmpty()) {
            findings.red(
                    "the policy of bus " + bus.name() + " does not take events of " + String.join(", ", shut),
                    it.putBack());
        }
    }
}
