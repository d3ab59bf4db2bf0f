package io.github.ecsmedic.cli;

/** The version of this program, as the jar's manifest tells it. */
final class Version {
    private Version() {}

    static String current() {
        String version = known();
        return version.isEmpty() ? "(not packaged)" : version;
    }

    /** {@code ""} outside of a jar. */
    static String known() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "" : version;
    }
}
