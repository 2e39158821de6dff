// `npm run bench [-- --help]`: installs and builds what is missing, then measures.
import { prepare } from '../scripts/prepare.mjs';

prepare();
const { bench } = await import('../dist/bench/bench.js');
await bench(process.argv.slice(2));
