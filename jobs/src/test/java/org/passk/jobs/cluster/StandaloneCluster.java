package org.passk.jobs.cluster;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A standalone cluster of Spark on this machine: a master and two workers of one core on two loopback addresses, all
 * processes of their own. It needs nothing but the JDK and Spark's jars, and lives in one folder, which goes with it.
 */
final class StandaloneCluster implements AutoCloseable {
    /** How long anything may take: far more than it does on a loaded machine. */
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private static final Pattern MASTER_URL = Pattern.compile("Starting Spark master at (spark://\\S+)");
    private static final Pattern MASTER_PAGE = Pattern.compile("MasterWebUI.* started at (http://\\S+)");
    private static final Pattern ALIVE_WORKERS = Pattern.compile("\"aliveworkers\"\\s*:\\s*2\\b");

    private static final Pattern EXECUTOR =
            Pattern.compile("CoarseGrainedExecutorBackend .*--executor-id (\\d+) .*--app-id (\\S+)");

    private final Path folder;
    private final List<Process> daemons = new ArrayList<>();
    private final Thread hook = new Thread(this::end, "end-of-cluster");
    private String masterUrl = "";

    private StandaloneCluster(Path folder) {
        this.folder = folder;
    }

    /**
     * Starts a cluster and waits until both workers have come.
     *
     * @param folder where everything lies; does not exist yet
     * @param jars Spark with all that it needs
     * @throws IllegalStateException with the end of a log if it does not start
     */
    static StandaloneCluster start(Path folder, List<Path> jars) throws IOException {
        StandaloneCluster cluster = new StandaloneCluster(folder.toAbsolutePath());
        Runtime.getRuntime().addShutdownHook(cluster.hook);
        try {
            cluster.start(jars);
            return cluster;
        } catch (IOException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** The jars of a class path. */
    static List<Path> jars(String classPath) {
        return Stream.of(classPath.strip().split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .toList();
    }

    private void start(List<Path> jars) throws IOException {
        Files.createDirectories(folder.resolve("tmp"));
        SparkHome.assemble(sparkHome(), jars, folder.resolve("tmp"));
        // Ports are the system's choice: the log says which.
        Process master = daemon("master", "127.0.0.1", "org.apache.spark.deploy.master.Master");
        masterUrl = await("the master's address", master, "master", () -> find("master", MASTER_URL));
        String page = await("the master's page", master, "master", () -> find("master", MASTER_PAGE));
        for (int i = 1; i <= 2; i++) {
            daemon(
                    "worker" + i,
                    "127.0.0." + i,
                    "org.apache.spark.deploy.worker.Worker",
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--work-dir",
                    folder.resolve("work" + i).toString(),
                    masterUrl);
        }
        await(
                "two workers",
                master,
                "worker2",
                () -> Optional.of(page(page))
                        .filter(text -> ALIVE_WORKERS.matcher(text).find()));
    }

    private Process daemon(String name, String host, String type, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(sparkHome().resolve("bin/spark-class").toString(), type, "--host", host));
        command.addAll(List.of("--port", "0", "--webui-port", "0"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        environment(builder.environment());
        builder.environment().put("SPARK_LOCAL_IP", host);
        builder.environment().put("SPARK_DAEMON_MEMORY", "384m");
        builder.environment()
                .put(
                        "SPARK_DAEMON_JAVA_OPTS",
                        "-XX:-UsePerfData -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dspark.master.rest.enabled=false"
                                + " -Djava.io.tmpdir=" + folder.resolve("tmp"));
        Process process = builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(logFile(name).toFile())
                .start();
        synchronized (daemons) {
            daemons.add(process);
        }
        return process;
    }

    /** Makes an environment that of the cluster: what spark-submit and the launcher need. */
    void environment(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("SPARK_"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("SPARK_HOME", sparkHome().toString());
        environment.put("SPARK_LOCAL_IP", "127.0.0.1");
        environment.put("SPARK_LOCAL_DIRS", folder.resolve("tmp").toString());
    }

    /** For {@code --master}. */
    String masterUrl() {
        return masterUrl;
    }

    /** For SPARK_HOME. */
    Path sparkHome() {
        return folder.resolve("spark");
    }

    /** What master, worker1 or worker2 has said. */
    String log(String name) {
        return read(logFile(name));
    }

    /** What the drivers that ran on the cluster have said last. */
    String driverLogs() {
        try (Stream<Path> files = Files.walk(folder, 3)) {
            return files.filter(
                            file -> file.endsWith("stderr") && file.toString().contains("/driver-"))
                    .sorted()
                    .map(file -> file + ": " + Waiting.tail(read(file)))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path log) {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path logFile(String name) {
        return folder.resolve(name + ".log");
    }

    /**
     * An executor.
     *
     * @param process its process
     * @param log where it prints
     */
    record Executor(ProcessHandle process, Path log) {
        /** How many tasks it has finished. */
        long finishedTasks() {
            return read(log)
                    .lines()
                    .filter(line -> line.contains("Finished task"))
                    .count();
        }
    }

    /** The executors that run now. */
    List<Executor> executors() {
        List<Executor> found = new ArrayList<>();
        for (ProcessHandle process : processes()) {
            Matcher matcher = EXECUTOR.matcher(commandLine(process));
            if (matcher.find()) {
                String folderName = matcher.group(2) + "/" + matcher.group(1) + "/stderr";
                Stream.of("work1", "work2")
                        .map(work -> folder.resolve(work).resolve(folderName))
                        .filter(Files::exists)
                        .forEach(log -> found.add(new Executor(process, log)));
            }
        }
        return found;
    }

    /** All processes of the cluster: master and workers, and whatever was started from its SPARK_HOME, orphans too. */
    Collection<ProcessHandle> processes() {
        Set<ProcessHandle> found = new LinkedHashSet<>();
        synchronized (daemons) {
            for (Process daemon : daemons) {
                daemon.descendants().forEach(found::add);
                found.add(daemon.toHandle());
            }
        }
        // The folder is this cluster's alone.
        String mark = sparkHome() + "/";
        ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> commandLine(process).contains(mark))
                .forEach(found::add);
        found.removeIf(process -> !process.isAlive());
        return found;
    }

    /** Ends every process of the cluster and removes its folder. */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook does the same.
        }
    }

    private void end() {
        for (int round = 0; round < 10; round++) {
            Collection<ProcessHandle> left = processes();
            if (left.isEmpty()) {
                break;
            }
            // Asked once, so that nobody starts another executor; made to afterwards.
            boolean ask = round == 0;
            left.forEach(process -> {
                if (ask) {
                    process.destroy();
                } else {
                    process.destroyForcibly();
                }
            });
            Waiting.until(Duration.ofSeconds(ask ? 5 : 2), () -> left.stream().noneMatch(ProcessHandle::isAlive));
        }
        delete(folder);
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> find(String log, Pattern pattern) {
        Matcher matcher = pattern.matcher(log(log));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String page(String address) {
        try (InputStream in = URI.create(address + "/json/").toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** The whole command line: the JDK's own view of it may be cut off. */
    private static String commandLine(ProcessHandle process) {
        Path file = Path.of("/proc", String.valueOf(process.pid()), "cmdline");
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).replace('\0', ' ');
        } catch (IOException e) {
            return process.info().commandLine().orElse("");
        }
    }

    private <T> T await(String what, Process process, String log, Supplier<Optional<T>> found) {
        List<T> result = new ArrayList<>();
        boolean came = Waiting.until(LIMIT, () -> {
            found.get().ifPresent(result::add);
            return !result.isEmpty() || !process.isAlive();
        });
        if (!came || result.isEmpty()) {
            throw new IllegalStateException("waited in vain for " + what + "; " + log + " said: "
                    + Waiting.tail(log(log)) + (log.equals("master") ? "" : Waiting.tail(log("master"))));
        }
        return result.get(0);
    }
}
