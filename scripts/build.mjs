// `npm run build:stale`: builds what was not built from the sources as they are, as `npm start` and `npm test` do.
import { ensureBuilt, ensureInstalled } from './prepare.mjs';

ensureInstalled();
ensureBuilt();
