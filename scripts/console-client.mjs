import openapiTS, { astToString } from 'openapi-typescript';

const head = `// Made by \`npm run console:api\` out of /openapi.json; a test holds it against the API. Do not edit.\n\n`;

/** The types of the API as TypeScript, for openapi-fetch. */
export async function clientSource(document) {
  return head + astToString(await openapiTS(document, { alphabetize: true }));
}
