package io.github.ecsmedic.check;

import java.util.Optional;

/** How one runtime reports that it fails. */
interface LogFamily {
    /** The report that begins at this line, if one does; it ends after the line. */
    Optional<LogBlock> at(LogText log, int line);
}
