// `npm run test:faults [-- --quick] [-- --only name,name] [-- --seed N] [-- --list]`
// Runs the fault campaigns, as the build compiled them, against the production build.
import { prepare, root } from '../../scripts/prepare.mjs';

prepare();
process.chdir(root);
const { main } = await import('../../dist/test/faults/runner/main.js');
process.exit(await main(process.argv.slice(2)));
