package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Storage.FileVolume;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
import java.util.Set;

/** Finds the EFS volume that could not be mounted. */
final class FileVolumes {
    /** What is read for it. */
    static final Set<String> ACTIONS = Wanted.ACTIONS;

    private FileVolumes() {}

    /** That of the file system which the message names, else the only one of the task definition. */
    static Answer<FileVolume> failing(Inquiry inquiry) {
        String named = inquiry.seen().facts().get(Fact.FILE_SYSTEM);
        return switch (Wanted.definition(inquiry)) {
            case Unknown<String> unknown -> unknown.as();
            case Known<String>(String definition, String _) ->
                switch (inquiry.account().storage().fileVolumes(definition)) {
                    case Unknown<List<FileVolume>> unknown -> unknown.as();
                    case Known<List<FileVolume>>(List<FileVolume> all, String source) -> {
                        List<FileVolume> fitting = all.stream()
                                .filter(v -> named.isEmpty() || v.fileSystem().equals(named))
                                .toList();
                        yield fitting.isEmpty() || (named.isEmpty() && fitting.size() > 1)
                                ? new Unknown<>("the volume that failed is not known", source)
                                : new Known<>(fitting.getFirst(), source);
                    }
                };
        };
    }
}
