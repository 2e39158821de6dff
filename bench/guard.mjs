// `npm run bench:guard [-- --strict | --update]`: installs and builds what is missing, then checks the ratios.
import { prepare } from '../scripts/prepare.mjs';

prepare();
const { guardRatios } = await import('../dist/bench/guard-ratios.js');
await guardRatios(process.argv.slice(2));
