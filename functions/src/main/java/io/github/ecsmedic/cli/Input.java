package io.github.ecsmedic.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The file that a command was given, or standard input. */
final class Input {
    private Input() {}

    /** Opens a file; {@code -} is standard input. */
    static InputStream open(String file, Console console) throws IOException {
        if (file.equals("-")) {
            return console.in();
        }
        try {
            Path path = Path.of(file);
            if (Files.isDirectory(path)) {
                throw Mistake.usage("cannot read '" + file + "': it is a folder; name a file, or - for standard input");
            }
            return Files.newInputStream(path);
        } catch (InvalidPathException e) {
            throw Mistake.usage("cannot read '" + file + "': that is no file name");
        }
    }

    /** One line for a file that could not be read. */
    static String unreadable(String file, IOException e) {
        String why = switch (e) {
            case NoSuchFileException none -> "there is no such file";
            case AccessDeniedException denied -> "no permission to read it";
            default -> e.getClass().getSimpleName();
        };
        return "cannot read '" + file + "': " + why + "; name a readable file, or - for standard input";
    }
}
