// The types of the API as TypeScript, for openapi-fetch. Run as a program it turns an OpenAPI document on stdin into TypeScript.
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const head = `// Made by \`npm run console:api\` out of /openapi.json; a test holds it against the API. Do not edit.\n\n`;

export async function clientSource(document) {
  return head + astToString(await openapiTS(document, { alphabetize: true }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.stdout.write(await clientSource(JSON.parse(await text(process.stdin))));
}
