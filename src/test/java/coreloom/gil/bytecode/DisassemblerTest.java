package coreloom.gil.bytecode;

import coreloom.view.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kernels that we ship, as they read when taken apart. */
class DisassemblerTest {
    @ParameterizedTest
    @MethodSource("coreloom.gil.bytecode.AssemblerTest#shipped")
    void isAsAgreed(Path file) throws Exception {
        String name = file.getFileName().toString();
        Golden.check("kernels/" + name.replace(".pyasm", ".txt"), Disassembler.text(Assembler.assemble(name, Files.readString(file))));
    }
}
