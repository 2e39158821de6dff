import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout, as seen from the build: this file runs in dist/bench/support. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

export const resultsFolder = join(root, 'bench', 'results');
