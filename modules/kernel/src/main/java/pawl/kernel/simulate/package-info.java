/**
 * A whole engine, its feeds, its clock and its disk in one thread and from one seed, with faults that the seed draws; and what must hold
 * whatever it draws.
 */
package pawl.kernel.simulate;
