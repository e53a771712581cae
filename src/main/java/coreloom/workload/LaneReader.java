package coreloom.workload;

import coreloom.gil.bytecode.KernelFault;
import coreloom.gil.object.Counting;
import coreloom.workload.command.Command;
import coreloom.workload.command.PythonKernel;
import coreloom.workload.variant.Discipline;
import coreloom.workload.variant.Variant;
import coreloom.workload.variant.Variants;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one {@code [[lane]]} table of a profile; what it leaves out comes from the top of the file, then from the presets. */
record LaneReader(Section top, int usableCores) {
    static final List<String> KEYS = Stream.of(Stream.of("name", "variant", "kernel"), WordSetting.keys(), Setting.keys().stream(),
            CommandReader.KEYS.stream()).flatMap(keys -> keys).toList();

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,31}");
    private static final String NAME_RULE = "must be 1 to 32 letters, digits, dots, hyphens or underscores";
    private static final String VARIANT_RULE = "must be one of " + String.join(", ", Variants.names()) + ", " + Command.NAME;
    private static final String KERNEL_RULE = "must be the name of a file in " + Kernel.FOLDER + "/";

    LanePlan read(Section lane, int line) throws Refusal {
        lane.refuseUnknownKeys();
        Variant variant = variant(lane, line);
        Map<Setting, Long> settings = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            settings.put(setting, setting(lane, setting));
        }
        Map<WordSetting, String> words = new EnumMap<>(WordSetting.class);
        for (WordSetting setting : WordSetting.values()) {
            word(lane, setting).ifPresent(word -> words.put(setting, word));
        }
        Kernel kernel = kernel(lane, variant);
        refuseMismatch(lane, variant, kernel, words);
        long durationNanos = TimeUnit.SECONDS.toNanos(settings.get(Setting.DURATION_SECONDS));
        return new LanePlan(name(lane, variant), variant, kernel, durationNanos, settings, words);
    }

    private static Variant variant(Section lane, int line) throws Refusal {
        Optional<String> name = lane.text("variant", VARIANT_RULE);
        if (name.isEmpty()) {
            throw lane.file().refusal(line, "this lane has no variant; it " + VARIANT_RULE + ".");
        }
        if (name.get().equals(Command.NAME)) {
            return new CommandReader(lane, line).variant();
        }
        CommandReader.refuseElsewhere(lane);
        return Variants.named(name.get()).orElseThrow(() -> lane.wrong("variant", VARIANT_RULE));
    }

    private static String name(Section lane, Variant variant) throws Refusal {
        String name = lane.text("name", NAME_RULE).orElse(CommandReader.nameOf(variant));
        if (!NAME.matcher(name).matches()) {
            throw lane.wrong("name", NAME_RULE);
        }
        return name;
    }

    private Kernel kernel(Section lane, Variant variant) throws Refusal {
        if (variant instanceof PythonKernel) {
            return new CommandReader(lane, lane.line("variant")).kernel(top);
        }
        Optional<Kernel> own = kernelOf(lane);
        if (variant instanceof Command) {
            return Kernel.NONE;
        }
        Optional<Kernel> chosen = own.isPresent() ? own : kernelOf(top);
        return chosen.isPresent() ? chosen.get() : kernel(Kernel.PRESET, lane, "variant");
    }

    /** Words that mean nothing with this variant or kernel, or do harm. */
    private static void refuseMismatch(Section lane, Variant variant, Kernel kernel, Map<WordSetting, String> words) throws Refusal {
        if (words.containsKey(WordSetting.COUNTING) && kernel.file().isEmpty()) {
            throw lane.refusal("counting", "counting goes with a kernel that Coreloom's interpreter runs, but the variant is "
                    + variant.name() + ".");
        }
        if (Counting.Way.PLAIN.word().equals(words.get(WordSetting.COUNTING)) && !variant.discipline().guardsObjects()) {
            throw lane.refusal("counting", "counting plain loses counts without the interpreter lock; choose locked, atomic or biased.");
        }
        if (words.containsKey(WordSetting.INTERPRETER_LOCK) && variant.discipline() != Discipline.SUBINTERPRETERS) {
            throw lane.refusal("interpreter_lock", "interpreter_lock goes with variant subinterpreters, but the variant is " + variant.name() + ".");
        }
    }

    static Optional<Kernel> kernelOf(Section section) throws Refusal {
        Optional<String> word = section.text("kernel", KERNEL_RULE);
        return word.isEmpty() ? Optional.empty() : Optional.of(kernel(word.get(), section, "kernel"));
    }

    /** @param key the key whose line a sentence names */
    private static Kernel kernel(String word, Section section, String key) throws Refusal {
        try {
            return Kernel.named(word, section.file().path()).orElseThrow(() -> section.refusal(key,
                    "kernel " + KERNEL_RULE + ", but is " + Section.quoted(word) + "; " + Kernel.choice() + "."));
        } catch (KernelFault wrong) {
            throw section.refusal(key, "kernel " + Section.quoted(word) + " is wrong: " + wrong.getMessage());
        }
    }

    private Optional<String> word(Section lane, WordSetting setting) throws Refusal {
        Optional<String> own = lane.word(setting);
        return own.isPresent() ? own : top.word(setting);
    }

    private long setting(Section lane, Setting setting) throws Refusal {
        OptionalLong own = lane.number(setting);
        OptionalLong given = own.isPresent() ? own : top.number(setting);
        return given.orElse(setting.preset().orElse(usableCores));
    }
}
