/** Which folder may import which. `test/architecture` plants a violation of each rule and expects it to be found. */

const { importsOfLibs } = require('./scripts/libs.cjs');

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one idea in two files.',
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
      comment: 'A lib does not depend on its users.',
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
      name: 'through-the-index',
      comment: 'Import another lib through its index only.',
      severity: 'error',
      from: { path: '^(apps|seed|migrations|bench)/' },
      to: { path: '^libs/[^/]+/src/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
    },
    {
      name: 'through-the-index-of-a-sibling',
      comment: 'Import another lib through its index only.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/[^/]+/src/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'console-stands-alone',
      comment: 'Like any client, the console depends only on the OpenAPI document.',
      severity: 'error',
      from: { path: '^apps/console/' },
      to: { path: '^(apps/wallet-api|libs|migrations|seed|test|bench)/' },
    },
    {
      name: 'console-is-not-known',
      comment: 'The service serves the files of the console but does not depend on them.',
      severity: 'error',
      from: { path: '^(apps/wallet-api|libs|migrations|seed)/' },
      to: { path: '^apps/console/' },
    },
    {
      name: 'requests-know-no-capability',
      comment: 'The path of every request depends neither on a capability nor on how the process is wired.',
      severity: 'error',
      from: { path: '^apps/wallet-api/src/request/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^apps/wallet-api/src/(capabilities|metrics|process)/' },
    },
    {
      name: 'capabilities-know-no-process',
      comment: 'A capability does not depend on how the process is wired, started and stopped.',
      severity: 'error',
      from: { path: '^apps/wallet-api/src/capabilities/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^apps/wallet-api/src/(metrics|process)/' },
    },
    {
      name: 'metrics-know-no-process',
      comment: 'Metrics observe requests and libs, whatever the capabilities are.',
      severity: 'error',
      from: { path: '^apps/wallet-api/src/metrics/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^apps/wallet-api/src/(capabilities|process)/' },
    },
    {
      name: 'libs-know-no-prometheus',
      comment: 'A lib reports to a port that it defines.',
      severity: 'error',
      from: { path: '^(libs|apps/wallet-api/src/(request|capabilities|process))/' },
      to: { path: 'node_modules/prom-client/' },
    },
    {
      name: 'migrations-stand-alone',
      comment: 'A migration must do the same in ten years, however the code has changed.',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '^(apps|libs|seed|test|bench)/' },
    },
    {
      name: 'entities-stay-inside',
      comment: 'An entity is private to its lib.',
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
