/** Objects of the interpreter: reference counts in four ways, lists, and the collector of what refers to itself. */
package coreloom.gil.object;
