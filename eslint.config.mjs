import reactHooks from 'eslint-plugin-react-hooks';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.data/', 'coverage/', 'apps/console/src/api/schema.ts'] },
  {
    // Work must be linear in the bytes received: no pattern may backtrack over what it has already matched.
    files: ['**/*.ts', '**/*.tsx', '**/*.mjs', '**/*.cjs'],
    plugins: { regexp },
    rules: { 'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }] },
  },
  {
    // Nor may it start again at each character of a run, as /0+$/ does.
    files: ['apps/**/*.ts', 'apps/**/*.tsx', 'libs/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    plugins: { regexp },
    rules: { 'regexp/no-super-linear-move': ['error', { report: 'potential' }] },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // Nest modules, DTOs and entities are classes with only decorators.
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // DTO and options classes describe shapes, for which plain objects are enough.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Tests read untyped JSON, and wait for changes that the compiler cannot see.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
  {
    files: ['**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          'CallExpression[callee.name=/^(it|test|(before|after)(All|Each))$/] > Literal[raw=/^[0-9_]+$/]',
          'CallExpression[callee.callee.property.name="each"] > Literal[raw=/^[0-9_]+$/]',
          'CallExpression[callee.object.name="jest"][callee.property.name="setTimeout"]',
        ].map((selector) => ({
          selector,
          message: 'test/support/test-time-limit.ts sets the limit, by the speed of the machine.',
        })),
      ],
    },
  },
  {
    // class-transformer takes time quadratic in the size of a body; only `Convert` uses it.
    files: ['apps/wallet-api/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/convert.ts', '**/configuration/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { name: 'class-transformer', message: 'Use Convert of request/validation/convert.ts.' },
      ],
    },
  },
  {
    // A capability registers the names of its scopes and problems by merging an empty interface that extends them.
    files: [
      'apps/wallet-api/src/capabilities/**/*.{scopes,problems}.ts',
      'apps/wallet-api/src/request/access/scope.ts',
      'apps/wallet-api/src/request/problems/problem-code.ts',
    ],
    rules: {
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
    },
  },
  {
    files: ['apps/console/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    // Concerns the React Compiler, which is not used here.
    rules: { 'react-hooks/incompatible-library': 'off' },
  },
  { files: ['bench/**/*.ts'], rules: { 'no-console': 'off' } },
);
