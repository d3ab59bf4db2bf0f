package io.github.ecsmedic.doctor;

import java.util.List;
import java.util.Set;

/** Whether the table can be written, and forgets what has expired. */
final class TableKeeps implements Exam {
    /** The attribute by which rows expire. */
    private static final String EXPIRES = "expires";

    private static final Set<String> USABLE = Set.of("ACTIVE", "UPDATING");

    @Override
    public String id() {
        return "table";
    }

    @Override
    public List<Line> of(Installed it) {
        Findings findings = new Findings(this);
        String name = it.names().table();
        findings.there("table " + name, it.site().stores().table(name), it.putBack(), table -> {
            if (!USABLE.contains(table.state())) {
                findings.red(
                        "table " + name + " cannot be written: it is " + table.state(),
                        List.of(it.aws("dynamodb describe-table --table-name " + name)));
            } else if (!table.expires().equals(EXPIRES)) {
                findings.red(
                        "nothing of table " + name + " expires: it grows for ever",
                        List.of(it.aws("dynamodb update-time-to-live --table-name " + name
                                + " --time-to-live-specification Enabled=true,AttributeName=" + EXPIRES)));
            }
        });
        return findings.lines(name + " is there, and forgets what has expired");
    }
}
