package org.passk.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the command line may do and nobody else: print, end the process, ask for the time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.passk.jobs");

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.passk.jobs.cli")
                .should()
                .accessTargetWhere(access(System.class, "out", "err", "in"))
                .orShould()
                .accessTargetWhere(access(Throwable.class, "printStackTrace"))
                .check(classes);
    }

    @Test
    void onlyTheProgramItselfEndsTheProcessOrAsksForTheTime() {
        DescribedPredicate<JavaAccess<?>> now = DescribedPredicate.describe(
                "asks java.time for the present",
                access -> access.getTargetOwner().getPackageName().equals("java.time")
                        && (access.getName().equals("now") || access.getName().startsWith("system")));
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.passk.jobs.cli.Main")
                .should()
                .accessTargetWhere(access(System.class, "exit", "currentTimeMillis", "nanoTime", "out", "err"))
                .orShould()
                .accessTargetWhere(now)
                .check(classes);
    }

    @Test
    void nothingAsksForTheSurroundingsOrStartsProcesses() {
        noClasses()
                .should()
                .accessTargetWhere(access(System.class, "getenv", "getProperty", "getProperties"))
                .orShould()
                .accessTargetWhere(access(Runtime.class, "exec", "halt", "exit"))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .check(classes);
    }

    @Test
    void theRunDoesNotKnowItsCommandLine() {
        noClasses()
                .that()
                .resideInAPackage("org.passk.jobs")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.passk.jobs.cli..")
                .check(classes);
        slices().matching("org.passk.jobs.(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void staticStateIsImmutable() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .check(classes);
    }

    @Test
    void whatTravelsToExecutorsIsNamed() throws IOException {
        Path main = Path.of(Evaluation.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        try (Stream<Path> files = Files.walk(main)) {
            assertThat(files.filter(file -> file.toString().endsWith(".class")))
                    .hasSizeGreaterThan(15)
                    .noneMatch(ArchitectureTest::holdsASerializableLambda);
        }
    }

    private static boolean holdsASerializableLambda(Path classFile) {
        try {
            return Files.readString(classFile, StandardCharsets.ISO_8859_1).contains("$deserializeLambda$");
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
}
