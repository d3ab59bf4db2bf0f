package io.github.ecsmedic.signature;

import static io.github.ecsmedic.model.AlertClass.FAILURE;
import static io.github.ecsmedic.signature.Clue.all;
import static io.github.ecsmedic.signature.Clue.any;
import static io.github.ecsmedic.signature.Clue.has;
import static io.github.ecsmedic.signature.Clue.hasAny;
import static io.github.ecsmedic.signature.Clue.in;
import static io.github.ecsmedic.signature.Clue.not;

import java.util.List;

/** Out of memory: only where the words say so, never from exit 137 alone. */
public final class Memory {
    private Memory() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of(
                Signature.of(
                        "memory.runtime_heap",
                        FAILURE,
                        "The language runtime reached the limit of its own heap",
                        any(
                                hasAny(
                                        "heap out of memory",
                                        "java.lang.OutOfMemoryError",
                                        "java heap space",
                                        "GC overhead limit exceeded",
                                        "OutOfMemoryError: metaspace",
                                        "OutOfMemoryError: direct buffer",
                                        "direct buffer memory",
                                        "unable to create native thread",
                                        "unable to create new native thread",
                                        "near heap limit",
                                        "reached heap limit",
                                        "last few GCs",
                                        "heap limit allocation failed",
                                        "fatal error: runtime: out of memory",
                                        "System.OutOfMemoryException",
                                        "NoMemoryError",
                                        "OutOfMemoryError: compressed class space",
                                        "OutOfMemoryError: requested array size",
                                        "there is insufficient memory for the java runtime environment"),
                                all(has("allowed memory size of", "exhausted")),
                                all(has("MemoryError"), not(has("OutOfMemoryError")), in(Field.LOG)))),
                Signature.of(
                        "memory.oom",
                        FAILURE,
                        "The kernel killed the container because it used too much memory",
                        any(
                                hasAny(
                                        "OutOfMemory",
                                        "killed due to memory usage",
                                        "OOM-killed",
                                        "OOM killed",
                                        "OOMKilled",
                                        "died due to OOM",
                                        "oom-kill",
                                        "oom_kill",
                                        "oom killer",
                                        "oom-killer",
                                        "memory cgroup out of memory",
                                        "out of memory: kill",
                                        "memory limit too low",
                                        "killed by the OOM",
                                        "container out of memory",
                                        "exceeded its memory limit",
                                        "exceeded memory limit",
                                        "memory limit exceeded"),
                                all(has("cannot allocate memory")),
                                all(has("out of memory"), hasAny("killed", "container", "task")))));
    }
}
