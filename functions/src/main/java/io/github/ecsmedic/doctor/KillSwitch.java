package io.github.ecsmedic.doctor;

import io.github.ecsmedic.installation.Names;
import io.github.ecsmedic.mend.Mode;
import java.util.List;

/** What the kill switch says, where fixes can be applied. */
final class KillSwitch implements Exam {
    @Override
    public String id() {
        return "kill-switch";
    }

    @Override
    public List<Line> of(Installed it) {
        if (!it.has(Installed::fixes)) {
            return List.of();
        }
        Findings findings = new Findings(this);
        StringBuilder well = new StringBuilder("no parameter " + Names.SWITCH + ": nothing is applied");
        findings.seen(
                "parameter " + Names.SWITCH,
                it.site().stores().parameter(Names.SWITCH),
                found -> found.ifPresent(text -> {
                    if (Mode.of(text.strip()).isEmpty()) {
                        findings.red(
                                "parameter " + Names.SWITCH + " holds no mode: nothing is applied",
                                List.of(it.aws("ssm put-parameter --overwrite --type String --name " + Names.SWITCH
                                        + " --value notify")));
                    }
                    well.setLength(0);
                    well.append("parameter ")
                            .append(Names.SWITCH)
                            .append(" allows ")
                            .append(text.strip())
                            .append(" at most");
                }));
        return findings.lines(well.toString());
    }
}
