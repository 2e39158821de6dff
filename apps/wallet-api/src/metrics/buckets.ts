/** From a commit on an idle machine to the time limits of the service. */
export const secondsBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Up to the default batch size of the journal. */
export const batchSizeBuckets = [1, 2, 5, 10, 20, 50, 100, 200];
