import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { importsOfLibs } from '../../scripts/libs.cjs';

/** Runs the boundary rules on a folder laid out like the project. */
function cruise(folder: string): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      'apps',
      'libs',
      'migrations',
      'seed',
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  return { status, output: stdout + stderr };
}

it('finds no forbidden import', () => {
  const { status, output } = cruise('.');
  expect(output).toMatch(/no dependency violations found/);
  expect(status).toBe(0);
});

/** The libs of the project, one that declares nothing, and one that may import the ledger. */
const libs: Record<string, readonly string[]> = { ...importsOfLibs(), undeclared: [], declared: ['ledger'] };

/** For each lib, an import that it does not declare. */
const undeclaredImports = Object.keys(libs).map((lib): [string, string, string] => {
  const other = lib === 'undeclared' ? 'declared' : 'undeclared';
  return [`${lib}-imports-only-its-own`, `libs/${lib}/src/index.ts`, `../../${other}/src/index.js`];
});

/** Proves that each rule can fail: a small project breaks it once, and the violation must be found. */
const violations: [rule: string, from: string, to: string][] = [
  // It imports itself through the name of its folder.
  ['no-cycles', 'libs/ledger/src/index.ts', '../src/planted-0.js'],
  ...undeclaredImports,
  ['console-stands-alone', 'apps/console/src/main.ts', '../../../libs/accounts/src/index.js'],
  ['console-is-not-known', 'libs/accounts/src/index.ts', '../../../apps/console/src/main.js'],
  ['libs-know-no-app', 'libs/ledger/src/index.ts', '../../../apps/wallet-api/src/main.js'],
  ['libs-know-no-http', 'libs/ledger/src/index.ts', 'fastify'],
  ['through-the-index', 'apps/wallet-api/src/main.ts', '../../../libs/ledger/src/other.js'],
  ['through-the-index-of-a-sibling', 'libs/ledger/src/index.ts', '../../accounts/src/other.js'],
  [
    'requests-know-no-capability',
    'apps/wallet-api/src/request/http/server.ts',
    '../../capabilities/users/users.js',
  ],
  [
    'requests-know-no-capability',
    'apps/wallet-api/src/request/http/server.ts',
    '../../process/database/database.js',
  ],
  [
    'capabilities-know-no-process',
    'apps/wallet-api/src/capabilities/users/users.ts',
    '../../process/database/database.js',
  ],
  ['metrics-know-no-process', 'apps/wallet-api/src/metrics/metrics.ts', '../process/database/database.js'],
  ['libs-know-no-prometheus', 'libs/ledger/src/index.ts', 'prom-client'],
  ['migrations-stand-alone', 'migrations/index.ts', '../libs/database/src/index.js'],
  ['entities-stay-inside', 'apps/wallet-api/src/main.ts', '../../../libs/accounts/src/account.entity.js'],
  ['no-test-code-in-production', 'apps/wallet-api/src/main.ts', '../../../test/support/helper.js'],
];

let folder: string;

/** Writes a file of the small project. */
function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** The content of every file without imports. */
const alone = 'export const one = 1;\n';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wallet-boundaries-'));
  for (const path of ['.dependency-cruiser.cjs', 'scripts/libs.cjs']) cpSync(path, join(folder, path));
  for (const [lib, imports] of Object.entries(libs)) {
    write(`libs/${lib}/src/index.ts`, alone);
    write(`libs/${lib}/src/other.ts`, `import { one } from './index.js';\nexport const two = one;\n`);
    if (imports.length === 0) continue;
    write(`libs/${lib}/imports.json`, JSON.stringify(imports));
    const allowed = imports.map((name) => `export * as ${name} from '../../${name}/src/index.js';\n`);
    write(`libs/${lib}/src/allowed.ts`, allowed.join(''));
  }
  write('libs/accounts/src/account.entity.ts', alone);
  for (const path of [
    'apps/console/src/main.ts',
    'apps/wallet-api/src/main.ts',
    'apps/wallet-api/src/capabilities/users/users.ts',
    'apps/wallet-api/src/metrics/metrics.ts',
    'apps/wallet-api/src/process/database/database.ts',
    'apps/wallet-api/src/request/http/server.ts',
    'migrations/index.ts',
    'seed/seed.ts',
    'test/support/helper.ts',
  ]) {
    write(path, alone);
  }
  write('tsconfig.json', '{"compilerOptions": {"module": "nodenext", "moduleResolution": "nodenext"}}');
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('finds nothing in the small project without violations', () => {
  expect(cruise(folder).output).toMatch(/no dependency violations found/);
});

describe('finds a planted violation of', () => {
  let output: string;

  /** Each violation in a separate file: a single run finds them all. */
  const planted = violations.map(([rule, from, to], index) => {
    return { rule, to, file: join(dirname(from), `planted-${index}.ts`) };
  });

  beforeAll(() => {
    for (const { file, to } of planted) {
      write(file, `import * as there from '${to}';\nexport const one = there;\n`);
    }
    ({ output } = cruise(folder));
  });

  it.each(planted)('$rule', ({ rule, file }) => {
    expect(output).toContain(`error ${rule}: ${file} → `);
  });
});
