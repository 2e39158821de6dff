import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { applyEdit } from './build-mutant.js';
import { mutants } from './mutants.js';

const { config } = ts.readConfigFile('tsconfig.json', (path) => readFileSync(path, 'utf8')) as {
  config: { compilerOptions: object };
};
const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, '.');

/** A file of the build, as the compiler emits it. */
function built(file: string): string {
  const source = readFileSync(join('libs', file.replace(/\.js$/, '.ts')), 'utf8');
  return ts.transpileModule(source, { compilerOptions: { ...options, module: ts.ModuleKind.ESNext } })
    .outputText;
}

const cannotFindName = 2304;

/** Syntax errors, and names that are declared nowhere: such a mutant would crash instead of showing its bug. */
function faultsOf(text: string): string[] {
  const compilerOptions: ts.CompilerOptions = { allowJs: true, checkJs: true, noResolve: true, types: [] };
  const host = ts.createCompilerHost(compilerOptions);
  const readSource = host.getSourceFile.bind(host);
  host.getSourceFile = (name, target) =>
    name === 'built.js' ? ts.createSourceFile(name, text, target) : readSource(name, target);
  const program = ts.createProgram(['built.js'], compilerOptions, host);
  const source = program.getSourceFile('built.js');
  return [
    ...program.getSyntacticDiagnostics(source),
    ...program.getSemanticDiagnostics(source).filter(({ code }) => code === cannotFindName),
  ].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

it.each(mutants)('$name: changes each marked line of the build to valid code', ({ edits }) => {
  for (const edit of edits) expect(faultsOf(applyEdit(built(edit.file), edit))).toEqual([]);
});

it.each([
  ['await queryRunner.query();', "Cannot find name 'queryRunner'."],
  ['if (true {}', "')' expected."],
])('finds the fault of the code %s', (text, fault) => {
  expect(faultsOf(text)).toContain(fault);
});

describe('an edit', () => {
  const edit = { file: 'a.js', mark: 'here', change: (line: string) => line.replace('good', 'bad') };

  it('changes the line below its mark', () => {
    expect(applyEdit('good();\n  // mutant: here\n  good();', edit)).toBe(
      'good();\n  // mutant: here\n  bad();',
    );
  });

  it.each([
    ['a mark that is missing', 'good();', /a\.js has 0 lines/],
    ['a mark that is there twice', '// mutant: here\ngood();\n// mutant: here\ngood();', /a\.js has 2 lines/],
    ['a line that has become another', '// mutant: here\nother();', /changes nothing in: other/],
  ])('fails at %s', (_fault, text, message) => {
    expect(() => applyEdit(text, edit)).toThrow(message);
  });
});
