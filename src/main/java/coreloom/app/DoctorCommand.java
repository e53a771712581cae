package coreloom.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import coreloom.sampler.source.SourceReport;
import coreloom.sampler.source.SourceReport.Standing;
import coreloom.sampler.source.Sources;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what this machine and these rights let us see. */
@Command(name = "doctor", mixinStandardHelpOptions = true, description = {
    "Says of every source that Coreloom reads whether this machine and your rights offer it, what cannot be shown without it, and the command that would allow it. Changes nothing.",
    ""},
    footer = {"", "Exit codes: 0 done, whatever was found; 2 there is no such process."})
final class DoctorCommand implements Callable<Integer> {
    static final String SCHEMA = "coreloom-doctor/1";

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "PID", description = "A process that you want to watch: what can be seen of it.")
    private String pid;

    @Option(names = "--json", description = "Print one JSON document, whose first key names its schema.")
    private boolean json;

    @Override
    public Integer call() throws BadInput {
        List<SourceReport> reports = new ArrayList<>(Sources.ofThisMachine(target()));
        reports.addAll(OwnMeans.reports(System.getenv()));
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? document(reports) : text(reports));
        out.flush();
        return ExitCode.DONE;
    }

    private OptionalInt target() throws BadInput {
        if (pid == null) {
            return OptionalInt.empty();
        }
        if (!pid.matches("[0-9]{1,9}") || !Sources.exists(Integer.parseInt(pid))) {
            throw new BadInput("There is no running process with the id that was given; see ps for those there are.");
        }
        return OptionalInt.of(Integer.parseInt(pid));
    }

    static String text(List<SourceReport> reports) {
        StringBuilder text = new StringBuilder();
        for (SourceReport report : reports) {
            text.append(String.format(Locale.ROOT, "%-7s %-24s %s.%n", report.standing().word(), report.name(), report.seen()));
            if (report.standing() != Standing.OFFERED) {
                text.append(String.format(Locale.ROOT, "%-8s  lost   %s%n%-8s  allow  %s%n", "", report.lost(), "", report.remedy()));
            }
        }
        long less = reports.stream().filter(report -> report.standing() != Standing.OFFERED).count();
        return text.append(System.lineSeparator()).append(less == 0 ? "Everything that Coreloom reads is offered here."
                : less + " of " + reports.size() + " are not wholly offered here; all else is shown without them.").append(System.lineSeparator()).toString();
    }

    static String document(List<SourceReport> reports) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            json.writeArrayFieldStart("sources");
            for (SourceReport report : reports) {
                json.writeStartObject();
                json.writeStringField("name", report.name());
                json.writeStringField("standing", report.standing().word());
                json.writeStringField("seen", report.seen());
                writeKnown(json, "lost", report.lost());
                writeKnown(json, "remedy", report.remedy());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written", e);
        }
        return text.append(System.lineSeparator()).toString();
    }

    private static void writeKnown(JsonGenerator json, String key, String value) throws IOException {
        if (value.isEmpty()) {
            json.writeNullField(key);
        } else {
            json.writeStringField(key, value);
        }
    }
}
