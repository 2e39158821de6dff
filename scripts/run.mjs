// `node scripts/run.mjs main`, `… commands/verify`: prepares the clone, then becomes that program. It runs in this
// very process, so that a signal reaches it and its exit code is ours.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, root } from './prepare.mjs';

const program = process.argv[2] ?? 'main';
prepare();
process.chdir(root);
const file = join(root, 'dist', 'apps', 'wallet-api', 'src', `${program}.js`);
// The program finds its arguments where it would if it had been started itself.
process.argv.splice(1, 2, file);
await import(pathToFileURL(file).href);
