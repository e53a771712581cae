package coreloom.workload;

import coreloom.gil.bytecode.KernelFile;
import coreloom.workload.command.Command;
import coreloom.workload.command.Form;
import coreloom.workload.command.Place;
import coreloom.workload.command.PythonKernel;
import coreloom.workload.command.PythonWish;
import coreloom.workload.variant.Variant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what a lane of variant {@code command} starts: a program with its arguments, or a kernel in real Python.
 *
 * @param lane its table
 * @param line where the table begins
 */
record CommandReader(Section lane, int line) {
    /** The keys that no other variant has. */
    static final List<String> KEYS = List.of("command", "telemetry", "python", "form");

    private static final String FOLDER = "python";
    private static final String SCRIPT = "run.py";
    private static final String KERNELS = "kernels";
    private static final String ENDING = ".py";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");

    private static final String COMMAND_RULE = "must be a list of texts, the program first, such as [\"make\", \"-j4\"]";
    private static final String TELEMETRY_RULE = "must be one of none, lines";
    private static final String FORM_RULE = "must be one of " + String.join(", ", Form.words());
    private static final String KERNEL_RULE = "must be the name of a file in " + FOLDER + "/" + KERNELS + "/";

    /** Refuses its keys in a lane of another variant. */
    static void refuseElsewhere(Section lane) throws Refusal {
        for (String key : KEYS) {
            refuse(lane, key, "variant " + Command.NAME);
        }
    }

    private static void refuse(Section lane, String key, String with) throws Refusal {
        if (lane.table().contains(List.of(key))) {
            throw lane.refusal(key, key + " goes with " + with + " only.");
        }
    }

    /** What is started. */
    Variant variant() throws Refusal {
        boolean python = lane.table().contains(List.of("python"));
        if (python == lane.table().contains(List.of("command"))) {
            throw lane.file().refusal(line, "a lane of variant " + Command.NAME + " needs "
                    + (python ? "either command or python, not both." : "command, the program and its arguments, or python."));
        }
        return python ? python() : command();
    }

    private Command command() throws Refusal {
        refuse(lane, "form", "python");
        refuse(lane, "kernel", "python, where the variant is " + Command.NAME + ",");
        List<String> words = lane.texts("command", COMMAND_RULE).orElseThrow();
        if (words.isEmpty() || words.get(0).isBlank() || words.stream().anyMatch(word -> word.indexOf('\0') >= 0)) {
            throw lane.wrong("command", COMMAND_RULE);
        }
        Optional<String> missing = Programs.missing(words.get(0));
        if (missing.isPresent()) {
            throw lane.refusal("command", "command names " + Section.quoted(words.get(0)) + ", " + missing.get() + ".");
        }
        String telemetry = lane.text("telemetry", TELEMETRY_RULE).orElse("none");
        if (!telemetry.equals("none") && !telemetry.equals("lines")) {
            throw lane.wrong("telemetry", TELEMETRY_RULE);
        }
        return new Command(words, telemetry.equals("lines"), "");
    }

    private PythonKernel python() throws Refusal {
        refuse(lane, "telemetry", "command");
        String text = lane.text("python", PythonWish.RULE).orElseThrow();
        PythonWish wish = PythonWish.parse(text).orElseThrow(() -> lane.wrong("python", PythonWish.RULE));
        String word = lane.text("form", FORM_RULE).orElse(Form.THREADS.word());
        Form form = Form.named(word).orElseThrow(() -> lane.wrong("form", FORM_RULE));
        Path script = folder().resolve(SCRIPT);
        if (!Files.isRegularFile(script)) {
            throw lane.refusal("python", "python needs the scripts that came with the profiles, but there is no file "
                    + script + "; copy the folder " + FOLDER + " beside the profile.");
        }
        return new PythonKernel(wish, form, script.toAbsolutePath().normalize(),
                new Place(lane.file().path().toString(), lane.line("python")));
    }

    private Path folder() {
        return lane.file().path().resolveSibling(FOLDER);
    }

    /** What the workers of a lane of Python repeat: the kernel in Python of the same name as the others'. */
    Kernel kernel(Section top) throws Refusal {
        Section from = lane.table().contains(List.of("kernel")) ? lane : top;
        String word = from.text("kernel", KERNEL_RULE).orElse(Kernel.PRESET);
        String name = word.endsWith(KernelFile.ENDING) ? word.substring(0, word.length() - KernelFile.ENDING.length()) : word;
        if (!NAME.matcher(name).matches() || !Files.isRegularFile(folder().resolve(KERNELS).resolve(name + ENDING))) {
            throw from.wrong("kernel", KERNEL_RULE + " for a lane with python");
        }
        return Kernel.inPython(name);
    }

    /** What such a lane is called where its profile does not say. */
    static String nameOf(Variant variant) {
        return variant instanceof PythonKernel python ? "cpython-" + python.form().word() : variant.name();
    }
}
