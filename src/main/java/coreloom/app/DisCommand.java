package coreloom.app;

import coreloom.gil.bytecode.Disassembler;
import coreloom.gil.bytecode.KernelFault;
import coreloom.gil.bytecode.KernelFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a kernel's bytecode. */
@Command(name = "dis", mixinStandardHelpOptions = true, description = {
    "Shows the bytecode of a kernel, as CPython's dis does, and marks where a thread looks whether it must let the interpreter lock go.", ""},
    footer = {"", "Exit codes: 0 done; 2 there is no such kernel, or it is wrong."})
final class DisCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "KERNEL", description = "Name of a kernel in the folder kernels beside the profiles, or a file (*.pyasm).")
    private String kernel;

    @Mixin
    private ProfileFolder folder;

    @Override
    public Integer call() throws BadInput {
        try {
            spec.commandLine().getOut().print(Disassembler.text(KernelFile.read(file())));
            spec.commandLine().getOut().flush();
            return ExitCode.DONE;
        } catch (KernelFault wrong) {
            throw new BadInput(wrong.getMessage());
        }
    }

    private Path file() throws BadInput {
        try {
            Path given = Path.of(kernel);
            boolean name = given.getNameCount() == 1 && !kernel.endsWith(KernelFile.ENDING) && !Files.exists(given);
            return name ? folder.path().resolve("kernels").resolve(kernel + KernelFile.ENDING).normalize() : given;
        } catch (InvalidPathException wrong) {
            throw new BadInput("There can be no file of the name that was given; " + wrong.getReason() + ".");
        }
    }
}
