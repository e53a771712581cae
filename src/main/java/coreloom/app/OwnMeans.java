package coreloom.app;

import coreloom.sampler.source.SourceReport;
import coreloom.sampler.source.SourceReport.Standing;
import coreloom.terminal.ColorChoice;
import coreloom.terminal.LookRules;
import coreloom.view.Look;
import coreloom.workload.WorkerCommand;
import java.util.List;
import java.util.Map;

/** What the program itself runs on, reported as a source is: the terminal, the Java runtime, and what ends workers. */
final class OwnMeans {
    private static final int VIRTUAL_THREADS = 21;

    private OwnMeans() {}

    static List<SourceReport> reports(Map<String, String> environment) {
        return List.of(terminal(environment), runtime(Runtime.version()), workers(!WorkerCommand.ours().prefix().isEmpty()));
    }

    static SourceReport terminal(Map<String, String> environment) {
        String term = "TERM is " + environment.getOrDefault("TERM", "not set");
        if (!LookRules.dashboardPossible(environment)) {
            return new SourceReport("terminal", Standing.ABSENT, term, "the dashboard; the headless report is printed",
                    "a terminal that can move its cursor, such as TERM=xterm-256color");
        }
        Look look = LookRules.look(environment, ColorChoice.AUTO, false);
        String seen = term + ", " + colours(look.depth()) + ", " + (look.unicode() ? "UTF-8" : "ASCII");
        return look.unicode() ? new SourceReport("terminal", Standing.OFFERED, seen, "", "")
                : new SourceReport("terminal", Standing.PARTLY, seen, "block characters: the heatmap is coarser", "a UTF-8 locale, such as LANG=C.UTF-8");
    }

    private static String colours(Look.Depth depth) {
        return switch (depth) {
            case MONOCHROME -> "no colours";
            case ANSI -> "16 colours";
            case INDEXED -> "256 colours";
            case TRUECOLOR -> "16 million colours";
        };
    }

    static SourceReport runtime(Runtime.Version version) {
        return version.feature() >= VIRTUAL_THREADS ? new SourceReport("Java runtime", Standing.OFFERED, "Java " + version, "", "")
                : new SourceReport("Java runtime", Standing.PARTLY, "Java " + version, "lanes of virtual threads, and the faster start",
                        "Java 21 or later (25 starts fastest) in JAVA_HOME or on the PATH");
    }

    private static SourceReport workers(boolean signal) {
        return signal ? new SourceReport("end of workers", Standing.OFFERED, "by the kernel, when Coreloom ends in any way (setpriv)", "", "")
                : new SourceReport("end of workers", Standing.PARTLY, "no setpriv that knows --pdeathsig; workers watch their standard input",
                        "the end of lanes that run a foreign command, should Coreloom be killed", "util-linux 2.33 or later");
    }
}
