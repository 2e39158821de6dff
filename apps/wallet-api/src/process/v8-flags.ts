import { setFlagsFromString } from 'node:v8';

/**
 * An option of V8, not of Node.js: on the command line, a version that does not know it would refuse to start. Set here, it
 * only causes a warning. main.ts imports this before anything else. Why: docs/PERFORMANCE.md, "Garbage".
 */
setFlagsFromString('--no-allocation-site-pretenuring');
