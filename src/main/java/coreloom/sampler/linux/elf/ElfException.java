package coreloom.sampler.linux.elf;

import java.io.IOException;

/** A file that is no ELF file of the kind that is read here, or a damaged one. The message is the part of a sentence after "it". */
public final class ElfException extends IOException {
    private static final long serialVersionUID = 1;

    public ElfException(String message) {
        super(message);
    }
}
