// `npm run test:faults [-- --quick] [-- --only name,name] [-- --seed N] [-- --list]`
//
// Runs the fault campaigns against the production build. They are TypeScript: a loader compiles them one by one, and
// points what they import of the service at `dist`.
import { register } from 'node:module';
import { prepare, root } from '../../scripts/prepare.mjs';

prepare();
process.chdir(root);
register('./typescript-loader.mjs', import.meta.url);
const { main } = await import('./runner/main.ts');
process.exit(await main(process.argv.slice(2)));
