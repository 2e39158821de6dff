import fc from 'fast-check';

// The first failing example catches a mutant; shrinking it would take most of the time of a run.
fc.configureGlobal({ endOnFailure: true });
