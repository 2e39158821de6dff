import { say } from './run-command.js';

/** The log is for machines; this is for whoever has just typed `npm start`. */
export function announce(url: string, { demo }: { demo: boolean }): void {
  say(`
  The wallet is up, on a PostgreSQL of its own.

    Console      ${url}/console
    API          ${url}/v1
    Swagger UI   ${url}/docs
    Reference    ${url}/reference
    OpenAPI      ${url}/openapi.json
${demo ? demonstration(url) : keys}
  Ctrl-C stops it; the data stays.
`);
}

function demonstration(url: string): string {
  return `
  This is a demonstration (SEED_DEMO), with API keys that everybody knows:

    demo-game-key    reads wallets, tops up, grants and spends, registers users
    demo-admin-key   may do everything

  Try it:

    curl -s ${url}/v1/wallets/alice -H 'Authorization: Bearer demo-game-key'
    curl -s ${url}/v1/wallets/alice/GOLD/spend -H 'Authorization: Bearer demo-game-key' -H 'Idempotency-Key: my-first-spend' -H 'Content-Type: application/json' -d '{"amount": 30, "description": "Iron sword"}'
`;
}

const keys = `
  Every request needs an API key. To make one, while this runs:

    npm run client -- create my-game wallet:read wallet:write users:write
`;
