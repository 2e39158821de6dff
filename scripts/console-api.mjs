// `npm run console:api`: writes the types of the API, as this build documents it, into the console.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clientSource } from './console-client.mjs';
import { documentOf } from './openapi-document.mjs';
import { ensureBuilt, root } from './prepare.mjs';

ensureBuilt();
await writeFile(join(root, 'apps/console/src/api/schema.ts'), await clientSource(await documentOf()));
