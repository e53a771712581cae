package coreloom.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The rooms, and the doors between them. */
class HouseTest {
    private static final JavaClasses HOUSE = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("coreloom");

    /** Room → the rooms it may enter. */
    private static final Map<String, Set<String>> DOORS = Map.ofEntries(
            Map.entry("snapshot", Set.of()),
            Map.entry("sampler", Set.of("snapshot")),
            Map.entry("telemetry", Set.of("snapshot")),
            Map.entry("gil", Set.of("snapshot", "telemetry")),
            Map.entry("workload", Set.of("snapshot", "gil", "telemetry")),
            Map.entry("history", Set.of("snapshot")),
            Map.entry("recording", Set.of("snapshot")),
            Map.entry("replay", Set.of("snapshot", "recording")),
            Map.entry("export", Set.of("snapshot", "history", "recording")),
            Map.entry("view", Set.of("snapshot", "history")),
            Map.entry("terminal", Set.of("snapshot", "view")));

    private static final DescribedPredicate<JavaClass> ENTRY = DescribedPredicate.describe("the entry of a process",
            javaClass -> Set.of("coreloom.app.SystemClock", "coreloom.workload.worker.WorkerMain").contains(javaClass.getName()));

    @Test
    void everyRoomEntersOnlyTheRoomsItHasADoorTo() {
        DOORS.forEach((room, open) -> {
            Set<String> closed = new TreeSet<>(DOORS.keySet());
            closed.add("app");
            closed.removeAll(open);
            closed.remove(room);
            String[] packages = closed.stream().map(name -> "coreloom." + name + "..").toArray(String[]::new);
            noClasses().that().resideInAPackage("coreloom." + room + "..").should().dependOnClassesThat().resideInAnyPackage(packages).check(HOUSE);
        });
    }

    @Test
    void everyClassLivesInANamedRoom() {
        Set<String> rooms = new TreeSet<>(DOORS.keySet());
        rooms.add("app");
        classes().should().resideInAnyPackage(rooms.stream().map(name -> "coreloom." + name + "..").toArray(String[]::new)).check(HOUSE);
    }

    @Test
    void roomsDoNotGoInCircles() {
        slices().matching("coreloom.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void onlyTheTerminalTouchesLanternasScreenTerminalAndInput() {
        noClasses().that().resideOutsideOfPackage("coreloom.terminal..").should().dependOnClassesThat()
                .resideInAnyPackage("com.googlecode.lanterna.screen..", "com.googlecode.lanterna.terminal..", "com.googlecode.lanterna.input..",
                        "com.googlecode.lanterna.gui2..").check(HOUSE);
    }

    @Test
    void onlyTheSamplerTouchesOshiAndOnlyOneClassOfTheTerminalTouchesTheSystemBesideIt() {
        noClasses().that().resideOutsideOfPackage("coreloom.sampler..").should().dependOnClassesThat().resideInAnyPackage("oshi..").check(HOUSE);
        List<String> outside = HOUSE.stream()
                .filter(javaClass -> !javaClass.getPackageName().startsWith("coreloom.sampler"))
                .filter(javaClass -> javaClass.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> dependency.getTargetClass().getPackageName().startsWith("com.sun.jna")))
                .map(javaClass -> javaClass.getName().replaceAll("\\$.*", "")).distinct().toList();
        org.junit.jupiter.api.Assertions.assertEquals(List.of("coreloom.terminal.NativeLine"), outside);
    }

    @Test
    void noWindowCanEverOpen() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.swing..").check(HOUSE);
    }

    @Test
    void onlyTheFrontDoorReadsTheSystemsClock() {
        noClasses().that(DescribedPredicate.not(ENTRY)).should().callMethod(System.class, "nanoTime")
                .orShould().callMethod(System.class, "currentTimeMillis").check(HOUSE);
    }
}
