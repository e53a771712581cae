/** Tests that go through several rooms: scenarios, from a script to the screen. */
package coreloom.across;
