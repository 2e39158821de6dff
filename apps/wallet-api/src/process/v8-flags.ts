import { setFlagsFromString } from 'node:v8';

/**
 * A V8 flag. On the command line, a Node.js version that does not know it would refuse to start; set here, it only causes a
 * warning. main.ts imports this before anything else. Why: docs/PERFORMANCE.md, "Garbage".
 */
setFlagsFromString('--no-allocation-site-pretenuring');
