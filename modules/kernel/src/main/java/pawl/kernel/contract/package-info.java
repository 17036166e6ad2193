/** What is asked of the kernel and what it answers: values, and the one exception. It depends on nothing else in the kernel. */
package pawl.kernel.contract;
