import { setFlagsFromString } from 'node:v8';

/**
 * V8 flags. On the command line, a Node.js version that does not know one would refuse to start; set here, it only causes a
 * warning. main.ts imports this before anything else. Why: docs/PERFORMANCE.md, "Garbage".
 */
for (const flag of ['--no-allocation-site-pretenuring', '--no-maglev']) setFlagsFromString(flag);
