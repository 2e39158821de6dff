// `npm run capacity [-- --help]`: installs and builds what is missing, then computes or measures.
import { prepare } from '../../scripts/prepare.mjs';

prepare();
const { capacity } = await import('../../dist/bench/capacity/capacity.js');
await capacity(process.argv.slice(2));
