import { stretchedLimit } from '../support/time-limits.js';

// The one time limit of all tests here: it ends what hangs.
jest.setTimeout(stretchedLimit(1_800_000));
