// `npm run build:stale`: builds what is out of date, as `npm start` and `npm test` do.
import { ensureBuilt, ensureInstalled } from './prepare.mjs';

ensureInstalled();
ensureBuilt();
