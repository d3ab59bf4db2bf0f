package io.github.ecsmedic.infra;

import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.notify.RuleFault;
import io.github.ecsmedic.notify.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The file of rules, checked against what this version can tell, so that a wrong rule fails here and not in silence. */
final class RulesFile {
    /** Lambda gives a function 4 kB for all its variables; the others take less than half of that. */
    static final int LARGEST = 2_500;

    private RulesFile() {}

    /** What it says, and all that is wrong with it; line 0 stands for the file as a whole. */
    static Rules.Read read(Path path) {
        String text;
        try {
            text = Files.readString(path);
        } catch (IOException fault) {
            return refused("cannot be read as text in UTF-8: say where it is with -c " + Installation.RULES + "=PATH");
        }
        Rules.Read read = Rules.read(text);
        Catalogue known = Catalogue.full();
        List<RuleFault> faults = new ArrayList<>(read.faults());
        faults.addAll(read.rules().check(known.labels(), known.causeIds()));
        faults.sort((one, other) -> Integer.compare(one.line(), other.line()));
        int size = read.rules().compact().getBytes(StandardCharsets.UTF_8).length;
        if (size > LARGEST) {
            faults.add(new RuleFault(
                    0,
                    "the rules take " + size + " bytes of the function's environment, at most " + LARGEST
                            + " fit: join some with *"));
        }
        return new Rules.Read(read.rules(), faults);
    }

    private static Rules.Read refused(String says) {
        return new Rules.Read(Rules.NONE, List.of(new RuleFault(0, says)));
    }
}
