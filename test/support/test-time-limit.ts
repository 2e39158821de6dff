import { stretchedLimit } from './time-limits.js';

// The one time limit of all tests: it ends hanging ones.
jest.setTimeout(stretchedLimit(120_000));
