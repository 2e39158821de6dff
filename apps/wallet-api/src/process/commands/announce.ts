import { printLine } from './run-command.js';

/** Greets the person who ran `npm start`. The log is for machines. */
export function announce(url: string, { demo }: { demo: boolean }): void {
  printLine(`
  The wallet is running, on an embedded PostgreSQL.

    Console      ${url}/console
    API          ${url}/v1
    Swagger UI   ${url}/docs
    Reference    ${url}/reference
    OpenAPI      ${url}/openapi.json
${demo ? demonstration(url) : keys}
  Ctrl-C stops it and keeps the data.
`);
}

function demonstration(url: string): string {
  return `
  This is a demonstration (SEED_DEMO) with publicly known API keys:

    demo-game-key    reads wallets, tops up, grants and spends, registers users
    demo-admin-key   does everything

  Try it:

    curl -s ${url}/v1/wallets/alice -H 'Authorization: Bearer demo-game-key'
    curl -s ${url}/v1/wallets/alice/GOLD/spend -H 'Authorization: Bearer demo-game-key' -H 'Idempotency-Key: my-first-spend' -H 'Content-Type: application/json' -d '{"amount": 30, "description": "Iron sword"}'
`;
}

const keys = `
  Every request needs an API key. To create one while this runs:

    npm run client -- create my-game wallet:read wallet:write users:write
`;
