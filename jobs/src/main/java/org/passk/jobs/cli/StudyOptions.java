package org.passk.jobs.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands that run a study have in common. */
final class StudyOptions {
    @Parameters(paramLabel = "STUDY", description = "the study file (HOCON); conf/reference.conf documents every key")
    String study;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "a setting that wins over the study file, for example --set splits.bytes=16MiB")
    Map<String, String> overrides = new LinkedHashMap<>();

    @Option(
            names = "--base-dir",
            paramLabel = "DIR",
            description = "the folder that relative paths of the study start at; its own folder by default")
    Optional<String> baseDir = Optional.empty();

    @Option(
            names = "--unsafe-no-sandbox",
            description = "run programs even where nothing confines them; as --set verify.code.unsafe_no_sandbox=true")
    boolean unconfined;

    @Option(names = "--json", description = "print the report as JSON, for machines")
    boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "no progress")
    boolean quiet;

    /** The settings that win over the study file. */
    Map<String, String> overrides() {
        Map<String, String> all = new LinkedHashMap<>(overrides);
        if (unconfined) {
            all.put("verify.code.unsafe_no_sandbox", "true");
        }
        return all;
    }
}
