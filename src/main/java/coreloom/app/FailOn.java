package coreloom.app;

import coreloom.history.Finding.Kind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** The option that makes findings count as failures. */
final class FailOn {
    /** What is no finding about the cores, or none to fail on. */
    private static final Set<Kind> NOT_OFFERED = EnumSet.of(Kind.FAILED, Kind.NOT_YET, Kind.ALL_WELL);

    @Option(names = "--fail-on", paramLabel = "FINDING", split = ",", completionCandidates = Names.class,
        description = "Exit with 3 when a lane has one of these findings (5 %% of its idle budget or more), separated by commas: ${COMPLETION-CANDIDATES}.")
    private List<String> names = List.of();

    /** The names that may be given, for the help. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return offered().iterator();
        }
    }

    private static List<String> offered() {
        return Arrays.stream(Kind.values()).filter(kind -> !NOT_OFFERED.contains(kind)).map(Kind::key).toList();
    }

    FindingGate gate() throws BadInput {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (String name : names) {
            Optional<Kind> kind = Kind.named(name).filter(each -> !NOT_OFFERED.contains(each));
            kinds.add(kind.orElseThrow(() -> new BadInput("--fail-on '" + name + "' is no finding; choose from " + String.join(", ", offered()) + ".")));
        }
        return new FindingGate(kinds);
    }
}
