/** Who may import whom. `test/architecture` plants a violation of each rule and sees it found. */

const { importsOfLibs } = require('./scripts/libs.cjs');

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one idea in two places.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...Object.entries(importsOfLibs()).map(([lib, imports]) => ({
      name: `${lib}-imports-only-its-own`,
      comment: `libs/${lib}/imports.json names the other libs that it may import: ${imports.join(', ') || 'none'}.`,
      severity: 'error',
      from: { path: `^libs/${lib}/` },
      to: { path: '^libs/', pathNot: `^libs/(${[lib, ...imports].join('|')})/` },
    })),
    {
      name: 'libs-know-no-app',
      comment: 'A lib does not know who uses it.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(apps|seed|test|bench)/' },
    },
    {
      name: 'libs-know-no-http',
      comment: 'HTTP, DTOs and Swagger belong to the app.',
      severity: 'error',
      from: { path: '^libs/' },
      to: {
        path: 'node_modules/(fastify|@fastify|@nestjs/(platform-fastify|swagger)|class-validator|class-transformer)/',
      },
    },
    {
      name: 'through-the-front-door',
      comment: 'Another lib is imported by its index only.',
      severity: 'error',
      from: { path: '^(apps|seed|migrations)/' },
      to: { path: '^libs/[^/]+/src/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
    },
    {
      name: 'through-the-front-door-of-a-sibling',
      comment: 'Another lib is imported by its index only.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/[^/]+/src/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'console-stands-alone',
      comment: 'The console knows the API by its document alone, as any other client does.',
      severity: 'error',
      from: { path: '^apps/console/' },
      to: { path: '^(apps/wallet-api|libs|migrations|seed|test|bench)/' },
    },
    {
      name: 'console-is-not-known',
      comment: 'The API serves the files of the console and knows nothing of what is in them.',
      severity: 'error',
      from: { path: '^(apps/wallet-api|libs|migrations|seed)/' },
      to: { path: '^apps/console/' },
    },
    {
      name: 'requests-know-no-capability',
      comment: 'What happens to every request depends on no capability, and not on how the process is built.',
      severity: 'error',
      from: { path: '^apps/wallet-api/src/request/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^apps/wallet-api/src/(capabilities|process)/' },
    },
    {
      name: 'capabilities-know-no-process',
      comment: 'A capability does not know how the process is built, started and stopped.',
      severity: 'error',
      from: { path: '^apps/wallet-api/src/capabilities/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^apps/wallet-api/src/process/' },
    },
    {
      name: 'migrations-stand-alone',
      comment: 'A migration must do the same in ten years, whatever the code has become.',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '^(apps|libs|seed|test|bench)/' },
    },
    {
      name: 'entities-stay-inside',
      comment: 'An entity is the private shape of a table.',
      severity: 'error',
      from: { path: '^(apps|seed)/' },
      to: { path: '\\.entity\\.ts$' },
    },
    {
      name: 'no-test-code-in-production',
      severity: 'error',
      from: { path: '^(apps|libs|seed|migrations)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(test|bench)/|\\.spec\\.ts$|node_modules/(jest|fast-check)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
