import { join, resolve } from 'node:path';
import ts from 'typescript';

/** A capability of the app whose lib refuses for two reasons, registered with these problems. */
function capabilityWith(problems: string): string {
  return `
    import type { Capability } from '@app/ledger';
    import { appCapability } from '../../apps/wallet-api/src/capabilities/app-capability.js';
    import { defineProblems } from '../../apps/wallet-api/src/request/problems/define-problems.js';

    type StreakRefusal = { code: 'streak-paid'; day: string } | { code: 'streak-closed' };
    declare const streakCapability: Capability<StreakRefusal>;
    declare const openCapability: Capability;
    declare class StreakApiModule {}

    const described = { status: 422, title: 'The streak is paid', explanation: 'It pays once a day.' };
    const members = { day: { type: 'string', description: 'The day.', example: '2026-01-01' } as const };
    const paid = { ...described, members, sentence: ({ day }: { day: string }) => day };
    const closed = { ...described, sentence: () => 'The streak is closed.' };

    export const streak = appCapability({ name: 'streak', module: StreakApiModule, ${problems} });
  `;
}

const cases = {
  mapped: `ledger: streakCapability, problems: { 'streak-paid': paid, 'streak-closed': closed }`,
  mappedByDefinition: `ledger: streakCapability, problems: defineProblems<StreakRefusal>()({
    'streak-paid': { ...described, members, sentence: ({ day }) => day },
    'streak-closed': closed,
    'streak-lost': described,
  })`,
  withoutLedger: `problems: { 'streak-lost': described }`,
  oneUnmapped: `ledger: streakCapability, problems: { 'streak-paid': paid }`,
  oneUndefined: `ledger: streakCapability, problems: defineProblems<StreakRefusal>()({ 'streak-paid': paid })`,
  noneMapped: `ledger: streakCapability`,
  withoutMembers: `ledger: streakCapability, problems: { 'streak-paid': { ...described, sentence: () => '' }, 'streak-closed': closed }`,
  withoutSentence: `ledger: streakCapability, problems: { 'streak-paid': paid, 'streak-closed': described }`,
  unknownCodes: `ledger: openCapability, problems: { 'streak-paid': paid }`,
};

/** The compile errors of each case. One program for all, because reading the libs takes seconds. */
function compile(): Record<keyof typeof cases, string[]> {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const parsed = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
  // No case uses all of the shared declarations.
  const options = { ...parsed.options, noEmit: true, incremental: false, noUnusedLocals: false };
  const names = Object.keys(cases) as (keyof typeof cases)[];
  const sources = new Map(
    names.map((name) => [join(resolve('test/architecture'), `${name}.ts`), capabilityWith(cases[name])]),
  );
  const host = ts.createCompilerHost(options);
  host.fileExists = (path) => sources.has(path) || ts.sys.fileExists(path);
  host.readFile = (path) => sources.get(path) ?? ts.sys.readFile(path);
  const program = ts.createProgram([...sources.keys()], options, host);
  const errors = [...sources.keys()].map((path) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(path))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
  );
  return Object.fromEntries(names.map((name, index) => [name, errors[index]])) as Record<
    keyof typeof cases,
    string[]
  >;
}

const errors = compile();

it.each(['mapped', 'mappedByDefinition', 'withoutLedger'] as const)('compiles a capability: %s', (name) => {
  expect(errors[name]).toEqual([]);
});

it.each([
  ['with a refusal without a problem', 'oneUnmapped', /Property '"streak-closed"' is missing/],
  ['with an undefined refusal', 'oneUndefined', /Property '"streak-closed"' is missing/],
  ['without any problem', 'noneMapped', /Property 'problems' is missing/],
  ['with a refusal without members', 'withoutMembers', /Property 'members' is missing/],
  ['with a refusal without a sentence', 'withoutSentence', /Property 'sentence' is missing/],
  ['with refusals of unknown codes', 'unknownCodes', /declare it as Capability<…> of its refusals/],
] as const)('does not compile a capability %s', (_what, name, message) => {
  expect(errors[name]).not.toEqual([]);
  // The compiler reports some for both of the nested calls.
  for (const error of errors[name]) expect(error).toMatch(message);
});
