import { setFlagsFromString } from 'node:v8';

/**
 * An option of V8, not of Node.js: on the command line a version that no longer knows it would refuse to start. Here such a
 * version says so on stderr, and goes on. main.ts imports this before anything else. Why: docs/PERFORMANCE.md, "Garbage".
 */
setFlagsFromString('--no-allocation-site-pretenuring');
