// `npm run test:faults [-- --quick] [-- --only name,name] [-- --seed N] [-- --list]`
// Runs the fault campaigns against the production build. A loader compiles their TypeScript file by file and resolves
// imports of the service to `dist`.
import { register } from 'node:module';
import { prepare, root } from '../../scripts/prepare.mjs';

prepare();
process.chdir(root);
register('./typescript-loader.mjs', import.meta.url);
const { main } = await import('./runner/main.ts');
process.exit(await main(process.argv.slice(2)));
