package io.github.ecsmedic.check;

import io.github.ecsmedic.account.NetworkAcl;
import io.github.ecsmedic.model.Station;
import io.github.ecsmedic.network.AclRules;
import io.github.ecsmedic.network.AclRules.Share;
import io.github.ecsmedic.network.AclRules.Traffic;
import java.util.List;

/**
 * One crossing of a subnet's border, in one direction.
 *
 * @param subnet the subnet whose ACL decides
 * @param out whether the packets leave the subnet
 * @param exact whether all of the traffic's addresses are needed; otherwise some unknown ones of them
 * @param peer the other end as it stands in a sentence
 * @param written the other end as a rule would name it
 */
record Passage(
        Station at, String subnet, boolean out, Traffic traffic, boolean exact, String peer, List<String> written) {
    Passage {
        written = List.copyOf(written);
    }

    /** What an ACL does to it. */
    enum Fate {
        PASSED("passed"),
        OPEN("inconclusive"),
        PARTLY("failed"),
        DENIED("failed");

        private final String word;

        Fate(String word) {
            this.word = word;
        }

        /** The verdict of a hop. */
        String word() {
            return word;
        }
    }

    /**
     * The crossing and what the ACL does to it.
     *
     * @param rule the number of the lowest rule that denies some of it
     */
    record Judged(Passage passage, NetworkAcl acl, Fate fate, int rule) {
        /** What a hop says of it. */
        String inShort() {
            String who = rule == AclRules.LAST ? "no rule lets " : "rule " + rule;
            boolean written = rule != AclRules.LAST;
            return switch (fate) {
                case PASSED -> "lets " + passage.words();
                case DENIED -> who + (written ? " denies " : "") + passage.words();
                case PARTLY -> who + (written ? " denies some of " : "some of ") + passage.words();
                case OPEN -> "may not let " + passage.words();
            };
        }

        /** One sentence. */
        String says() {
            String name = "network ACL " + acl.id() + " of " + passage.subnet();
            String denying = rule == AclRules.LAST ? "No rule of " + name + " lets" : "Rule " + rule + " of " + name;
            boolean written = rule != AclRules.LAST;
            return switch (fate) {
                case PASSED -> "N" + name.substring(1) + " lets " + passage.words();
                case DENIED -> denying + (written ? " denies " : " ") + passage.words();
                case PARTLY -> denying + (written ? " denies some of " : " some of ") + passage.words();
                case OPEN -> "Whether " + name + " lets " + passage.words() + " depends on the address";
            };
        }
    }

    /** What this ACL does to it. */
    Judged by(NetworkAcl acl) {
        AclRules.Verdict verdict = AclRules.judge(out ? acl.egress() : acl.ingress(), traffic);
        return new Judged(this, acl, fate(verdict), verdict.rule());
    }

    private Fate fate(AclRules.Verdict verdict) {
        if (verdict.worst() == Share.ALL) {
            return Fate.PASSED;
        }
        if (verdict.best() == Share.NONE) {
            return Fate.DENIED;
        }
        return exact || verdict.best() == Share.SOME ? Fate.PARTLY : Fate.OPEN;
    }

    /** e.g. {@code packets in from 192.0.2.1 to ports 32768–60999}. */
    private String words() {
        String ports = traffic.fromPort() == traffic.toPort()
                ? "port " + traffic.fromPort()
                : "ports " + traffic.fromPort() + "–" + traffic.toPort();
        return out ? "packets out to " + peer + " on " + ports : "packets in from " + peer + " to " + ports;
    }
}
