package coreloom.workload;

import coreloom.workload.command.Command;
import coreloom.workload.command.Interpreter;
import coreloom.workload.command.InterpreterSearch;
import coreloom.workload.command.PythonKernel;
import coreloom.workload.command.PythonWish;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the interpreter of a lane of real Python, and makes the command of it. */
final class PythonPreparation implements Preparation {
    private final LanePlan lane;
    private final PythonKernel kernel;
    private final Answers answers;
    private InterpreterSearch search;

    /** Gives a file for what interpreters answer. */
    interface Answers {
        Path file() throws IOException;
    }

    PythonPreparation(LanePlan lane, PythonKernel kernel, Answers answers) {
        this.lane = lane;
        this.kernel = kernel;
        this.answers = answers;
    }

    @Override
    public Optional<LanePlan> step(long now) throws Refusal {
        if (search == null) {
            search = begin();
        }
        if (!search.step(now)) {
            return Optional.empty();
        }
        Interpreter found = search.found().orElseThrow(() -> new Refusal(kernel.place() + ": " + search.why()));
        return Optional.of(new LanePlan(lane.name(), command(found), lane.kernel(), lane.durationNanos(), lane.settings(),
                lane.words()));
    }

    private InterpreterSearch begin() throws Refusal {
        try {
            return new InterpreterSearch(kernel.wish(), new InterpreterSearch.Surroundings(
                    PythonWish.searchPath(System.getenv("PATH")), DeathSignal.prefix(), answers.file()));
        } catch (IOException e) {
            throw new Refusal(kernel.place() + ": no interpreter can be asked who it is: " + e.getMessage() + ".");
        }
    }

    /** Nothing of the environment's changes the interpreter, and no compiled modules are left beside the script. */
    private Command command(Interpreter found) {
        List<String> words = new ArrayList<>(List.of(found.path().toString(), "-E", "-s", "-B", kernel.script().toString(),
                "--kernel", lane.kernel().word(), "--form", kernel.form().word(), "--workers", Command.WORKERS));
        for (Setting setting : Setting.values()) {
            if (setting.toldToWorkers()) {
                words.addAll(List.of(setting.option(), String.valueOf(lane.value(setting))));
            }
        }
        return new Command(words, true, "Runs on " + found.name() + " (" + found.path() + ").");
    }

    @Override
    public void close() {
        if (search != null) {
            search.close();
        }
    }
}
