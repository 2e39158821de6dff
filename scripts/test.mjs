// `npm test [-- jest options]`: prepares the clone, then runs Jest in this process.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

prepare();
process.chdir(root);
process.argv.splice(1, 1, join(root, 'node_modules', 'jest', 'bin', 'jest.js'));
createRequire(import.meta.url)(process.argv[1]);
