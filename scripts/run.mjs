// `node scripts/run.mjs main`, `… process/commands/verify`: prepares the clone, then runs that program in this process, so
// signals reach it and its exit code is ours.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stopWithParent } from './parent.mjs';
import { prepare, root } from './prepare.mjs';

if (process.env.npm_lifecycle_event) stopWithParent();
const program = join(root, 'dist', 'apps', 'wallet-api', 'src', `${process.argv[2] ?? 'main'}.js`);
prepare();
process.chdir(root);
// The program finds its arguments where they would be had it been started directly.
process.argv.splice(1, 2, program);
await import(pathToFileURL(program).href);
