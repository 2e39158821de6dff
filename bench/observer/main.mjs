// `node bench/observer/main.mjs`: installs and builds what is missing, then measures what metrics cost per request.
import { prepare } from '../../scripts/prepare.mjs';

prepare();
const { printObserverCost } = await import('../../dist/bench/observer/observer-cost.js');
printObserverCost();
