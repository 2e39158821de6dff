// `node scripts/run.mjs main`, `… process/commands/verify`: prepares the clone, then becomes that program. It runs in this
// very process: a signal reaches it, and its exit code is ours.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stopWithParent } from './parent.mjs';
import { prepare, root } from './prepare.mjs';

if (process.env.npm_lifecycle_event) stopWithParent();
const program = join(root, 'dist', 'apps', 'wallet-api', 'src', `${process.argv[2] ?? 'main'}.js`);
prepare();
process.chdir(root);
// The program finds its own arguments where it would find them if it had been started directly.
process.argv.splice(1, 2, program);
await import(pathToFileURL(program).href);
