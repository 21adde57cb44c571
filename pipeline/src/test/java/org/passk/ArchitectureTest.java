package org.passk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passk.model.Run;

/** The rules of the package structure. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
    /** Leftmost first: nobody depends on what stands to the right. */
    private static final List<String> ORDER = List.of(
            "fault",
            "model",
            "format",
            "benchmark",
            "extract",
            "sandbox",
            "verify",
            "tally",
            "stats",
            "analysis",
            "provenance",
            "report",
            "settings",
            "synthetic",
            "spark");

    private static final String[] ENGINE = {
        "org.apache.spark..", "org.apache.hadoop..", "org.apache.parquet..", "scala.."
    };

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.passk");

    static List<Integer> places() {
        return Stream.iterate(0, i -> i + 1).limit(ORDER.size() - 1L).toList();
    }

    @ParameterizedTest
    @MethodSource("places")
    void nobodyDependsOnWhatStandsToTheRight(int place) {
        String[] right = ORDER.stream()
                .skip(place + 1L)
                .map(name -> "org.passk." + name + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("org.passk." + ORDER.get(place) + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(right)
                // Two packages of the order are still to come.
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        Set<String> known = Set.copyOf(ORDER);
        assertThat(classes)
                .hasSizeGreaterThan(100)
                .allSatisfy(c -> assertThat(known)
                        .as(c.getName())
                        .contains(c.getPackageName()
                                .substring("org.passk.".length())
                                .split("\\.")[0]));
    }

    @Test
    void thereAreNoCycles() {
        slices().matching("org.passk.(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void verifiersDoNotKnowEachOtherAndTheContractKnowsNone() {
        slices().matching("org.passk.verify.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        DescribedPredicate.describe(
                                "the catalog, which knows them all",
                                c -> c.getPackageName().equals("org.passk.verify.catalog")),
                        DescribedPredicate.alwaysTrue())
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage("org.passk.verify")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.passk.verify.*..")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void theCoreKnowsNoEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.passk.spark..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ENGINE)
                .check(classes);
    }

    @Test
    void onlyTheSandboxStartsProcesses() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.passk.sandbox..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .orShould()
                .accessTargetWhere(access(Runtime.class, "exec", "halt", "exit"))
                .check(classes);
    }

    @Test
    void nothingPrintsOrEndsTheProcess() {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(classes);
        noClasses().should().accessTargetWhere(access(System.class, "exit")).check(classes);
    }

    @Test
    void onlySettingsAskForTheSurroundings() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.passk.settings..")
                .should()
                .accessTargetWhere(access(System.class, "getenv", "getProperty", "getProperties", "lineSeparator")
                        .or(access(Boolean.class, "getBoolean"))
                        .or(access(Long.class, "getLong"))
                        .or(access(Integer.class, "getInteger")))
                .check(classes);
    }

    @Test
    void nothingReadsAClock() {
        DescribedPredicate<JavaAccess<?>> now = DescribedPredicate.describe(
                "asks java.time for the present",
                access -> access.getTargetOwner().getPackageName().equals("java.time")
                        && (access.getName().equals("now")
                                || access.getName().startsWith("system")
                                || access.getName().startsWith("tick")));
        noClasses()
                .should()
                .accessTargetWhere(access(System.class, "currentTimeMillis", "nanoTime")
                        .or(access(java.util.Date.class, "<init>"))
                        .or(now))
                .check(classes);
    }

    @Test
    void nothingRollsDiceWithoutASeed() {
        DescribedPredicate<JavaAccess<?>> unseeded = DescribedPredicate.describe(
                "new Random()",
                access -> access.getTargetOwner().isEquivalentTo(java.util.Random.class)
                        && access.getTarget().getFullName().endsWith("<init>()"));
        noClasses()
                .should()
                .accessTargetWhere(unseeded.or(access(Math.class, "random"))
                        .or(access(StrictMath.class, "random"))
                        .or(access(java.util.concurrent.ThreadLocalRandom.class, "current"))
                        .or(access(java.util.UUID.class, "randomUUID")))
                .check(classes);
    }

    @Test
    void staticStateIsImmutable() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .and()
                .areNotDeclaredIn("org.passk.spark.stage.ExecutorResources")
                .should(new Unchangeable())
                .check(classes);
    }

    @Test
    void whatTravelsToExecutorsIsNamed() throws IOException {
        Path main = Path.of(
                Run.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        try (Stream<Path> files = Files.walk(main)) {
            assertThat(files.filter(file -> file.toString().endsWith(".class")))
                    .hasSizeGreaterThan(100)
                    .noneMatch(ArchitectureTest::holdsASerializableLambda);
        }
    }

    @Test
    void aSerializableLambdaWouldBeFound() {
        Supplier<String> shipped = (Supplier<String> & Serializable) () -> "shipped";
        assertThat(shipped.get()).isEqualTo("shipped");
        Path tests = Path.of(
                getClass().getProtectionDomain().getCodeSource().getLocation().getPath());
        assertThat(holdsASerializableLambda(tests.resolve("org/passk/ArchitectureTest.class")))
                .isTrue();
    }

    /** Functions for Spark are serializable, and a class with a serializable lambda gets a method to read it back. */
    private static boolean holdsASerializableLambda(Path classFile) {
        try {
            return Files.readString(classFile, StandardCharsets.ISO_8859_1).contains("$deserialize" + "Lambda$");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DescribedPredicate<JavaAccess<?>> access(Class<?> owner, String... names) {
        Set<String> any = Set.of(names);
        return DescribedPredicate.describe(
                owner.getSimpleName() + " " + any,
                access -> access.getTargetOwner().isEquivalentTo(owner) && any.contains(access.getName()));
    }

    /** Final, and no array that another class could write to. */
    private static final class Unchangeable extends ArchCondition<JavaField> {
        Unchangeable() {
            super("be final, and private where it is an array");
        }

        @Override
        public void check(JavaField field, ConditionEvents events) {
            Set<JavaModifier> modifiers = field.getModifiers();
            boolean array = field.getRawType().isArray();
            boolean ok = modifiers.contains(JavaModifier.FINAL) && (!array || modifiers.contains(JavaModifier.PRIVATE));
            events.add(new SimpleConditionEvent(field, ok, field.getFullName() + " can be changed"));
        }
    }
}
