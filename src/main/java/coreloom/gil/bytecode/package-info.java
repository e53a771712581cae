/** The interpreter's bytecode: CPython 3.12's instructions as far as kernels need them, their text, and the loop that runs them. */
package coreloom.gil.bytecode;
