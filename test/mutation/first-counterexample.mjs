import fc from 'fast-check';

// A mutant is caught by the first example that it fails; to search for the smallest one takes most of the time of a run.
fc.configureGlobal({ endOnFailure: true });
