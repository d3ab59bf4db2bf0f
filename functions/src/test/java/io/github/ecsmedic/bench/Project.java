package io.github.ecsmedic.bench;

import io.github.ecsmedic.Built;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where things are in the project, once it is built. */
record Project(Path root, Path testClasses) {
    private static final List<String> RUNTIME = List.of(
            "aws-lambda-java-core-", "aws-lambda-java-runtime-interface-client-", "aws-lambda-java-serialization-");

    /** What the runtime client needs beside. */
    private static final String BESIDE = "utils-lite-";

    Path target() {
        return root.resolve("functions/target");
    }

    /** For what a run makes. */
    Path folder() throws IOException {
        return Files.createDirectories(target().resolve("bench"));
    }

    /** A folder of that name for what a run makes. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(folder().resolve(name));
    }

    /** What Lambda is given. */
    Path deployedJar() throws IOException {
        return Built.deployable().toAbsolutePath();
    }

    /** The jar of everything that the deployed one is made of. */
    Path wholeJar() throws IOException {
        return Built.commandLine().toAbsolutePath();
    }

    List<Path> runtimeJars() {
        try (var jars = Files.list(target().resolve("runtime"))) {
            return Stream.concat(
                            jars.filter(jar -> RUNTIME.stream()
                                    .anyMatch(
                                            name -> jar.getFileName().toString().startsWith(name))),
                            library(BESIDE))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Jars of the class path whose names begin so. */
    static Stream<Path> library(String name) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(jar -> jar.getFileName().toString().startsWith(name));
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The jar's content in a folder of that name, unpacked anew when the jar has changed. */
    Path unpacked(String name, Path jar) throws IOException {
        Path folder = folder().resolve(name);
        Path mark = folder().resolve(name + ".from");
        String from = jar.getFileName() + " " + changed(jar) + " " + Files.size(jar);
        if (!Files.exists(mark) || !Files.readString(mark).equals(from)) {
            delete(folder);
            Files.createDirectories(folder);
            Unpacking.of(jar, folder);
            Files.writeString(mark, from);
        }
        return folder;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
