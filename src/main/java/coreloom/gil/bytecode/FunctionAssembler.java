package coreloom.gil.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Resolves the names of one function: its labels, locals, constants, and what it calls. */
final class FunctionAssembler {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern CALLABLE = Pattern.compile("NULL\\s*\\+\\s*(\\w+)");

    private final Body body;
    private final Pool pool;
    private final List<String> functions;
    private final List<String> locals;

    /** @param functions names of all functions of the kernel, in order */
    FunctionAssembler(Body body, Pool pool, List<String> functions) {
        this.body = body;
        this.pool = pool;
        this.functions = functions;
        this.locals = new ArrayList<>(body.parameters());
    }

    Function assemble() throws KernelFault {
        List<Instruction> instructions = new ArrayList<>();
        for (Line line : body.lines()) {
            Opcode opcode = Opcode.named(line.word()).orElseThrow(
                    () -> line.fault(Line.quoted(line.word()) + " is no instruction; docs/kernels.md lists them."));
            instructions.add(new Instruction(opcode, argument(opcode, line), line.rest(), line.number()));
        }
        return new Function(body.name(), body.parameters().size(), locals, instructions, body.head().number());
    }

    private int argument(Opcode opcode, Line line) throws KernelFault {
        String text = line.rest();
        if (text.isEmpty() != (opcode.argument() == Opcode.Argument.NONE)) {
            throw line.fault(opcode + (text.isEmpty() ? " needs an argument." : " has no argument, but " + Line.quoted(text) + " stands there."));
        }
        return switch (opcode.argument()) {
            case NONE -> 0;
            case NUMBER -> number(text, line);
            case CONSTANT -> pool.constant(text, line);
            case LOCAL -> local(text, line);
            case GLOBAL -> pool.global(global(text, line));
            case METHOD -> method(text, line);
            case OPERATOR -> chosen(Operator.signed(text), Operator.signs(), line);
            case COMPARISON -> chosen(Comparison.signed(text), Comparison.signs(), line);
            case LABEL -> target(text, line);
        };
    }

    private static int number(String text, Line line) throws KernelFault {
        if (!NUMBER.matcher(text).matches()) {
            throw line.fault(line.word() + " needs a whole number from 0 to 999999, but has " + Line.quoted(text) + ".");
        }
        return Integer.parseInt(text);
    }

    private int local(String text, Line line) throws KernelFault {
        if (!NAME.matcher(text).matches()) {
            throw line.fault(line.word() + " needs the name of a local, but has " + Line.quoted(text) + ".");
        }
        if (!locals.contains(text)) {
            locals.add(text);
        }
        return locals.indexOf(text);
    }

    private Global global(String text, Line line) throws KernelFault {
        var callable = CALLABLE.matcher(text);
        if (callable.matches()) {
            return callable(callable.group(1), line);
        }
        Optional<Parameter> parameter = Parameter.named(text);
        if (parameter.isPresent()) {
            return new Global(Global.Kind.PARAMETER, parameter.get().ordinal());
        }
        for (Global.Shared object : Global.Shared.values()) {
            if (object.name().toLowerCase(Locale.ROOT).equals(text)) {
                return new Global(Global.Kind.OBJECT, object.ordinal());
            }
        }
        throw line.fault("there is no global " + Line.quoted(text) + "; there are lock, shared, connection, " + String.join(", ", Parameter.words())
                + ", and functions by: LOAD_GLOBAL NULL + name.");
    }

    private Global callable(String name, Line line) throws KernelFault {
        if (functions.contains(name)) {
            return new Global(Global.Kind.FUNCTION, functions.indexOf(name));
        }
        return Builtin.function(name).map(builtin -> new Global(Global.Kind.BUILTIN, builtin.ordinal())).orElseThrow(
                () -> line.fault("there is no function " + Line.quoted(name) + " in this kernel, and none of "
                        + String.join(", ", Builtin.functions()) + " is meant."));
    }

    private static int method(String text, Line line) throws KernelFault {
        return Builtin.method(text).map(Builtin::ordinal).orElseThrow(() -> line.fault(
                "there is no method " + Line.quoted(text) + "; there are " + String.join(", ", Builtin.methods()) + "."));
    }

    private static <E extends Enum<E>> int chosen(Optional<E> choice, List<String> signs, Line line) throws KernelFault {
        return choice.map(Enum::ordinal).orElseThrow(() -> line.fault(
                line.word() + " needs one of " + String.join(" ", signs) + ", but has " + Line.quoted(line.rest()) + "."));
    }

    private int target(String text, Line line) throws KernelFault {
        Integer target = body.target(text);
        if (target == null) {
            throw line.fault("there is no label " + Line.quoted(text) + " in function " + body.name() + ".");
        }
        if (target == body.lines().size()) {
            throw line.fault("label " + text + " has no instruction behind it.");
        }
        return target;
    }
}
