package coreloom.app;

import coreloom.workload.variant.Variant;
import coreloom.workload.variant.Variants;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The table of variants at the end of the help of the commands that run all of them. */
final class VariantHelp {
    private VariantHelp() {}

    static void addTo(CommandLine line, String... commands) {
        for (String command : commands) {
            UsageMessageSpec usage = line.getSubcommands().get(command).getCommandSpec().usageMessage();
            List<String> footer = new ArrayList<>(Arrays.asList(usage.footer()));
            footer.addAll(List.of("", "Variants:"));
            Variants.ALL.forEach(variant -> footer.add(row(variant)));
            usage.footer(footer.toArray(String[]::new));
        }
    }

    private static String row(Variant variant) {
        return Cells.words("  %-16s %s", variant.name(), variant.sentence());
    }
}
