import type { OpenAPIObject } from '@nestjs/swagger';
import { problemsOfEveryPosting } from '../../request/openapi/api-problems.js';
import { ProblemRegistry } from '../../request/problems/problem-registry.js';
import { putProblems } from './put-problems.js';

const described = (status: number, title: string) => ({ status, title, explanation: `${title}.` });

const problems = new ProblemRegistry(
  {
    internal: described(500, 'It failed'),
    'too-wet': described(422, 'It rains'),
    'too-cold': described(422, 'It snows'),
    'no-luck': { ...described(422, 'It was lost'), ofEveryPosting: true },
    busy: { ...described(503, 'It is busy'), retryAfter: 1 },
  },
  [],
);

/** An operation with these lists of codes, one for each decorator. */
function operationOf(...groups: string[][]) {
  const members = groups.map((codes, index) => [`x-problems-${index}`, codes] as const);
  const operation = { responses: {} as Record<number, object>, ...Object.fromEntries(members) };
  putProblems({ paths: { '/play': { get: operation } } } as unknown as OpenAPIObject, problems);
  return operation;
}

it('makes one answer of the problems of one status, a paragraph for each decorator', () => {
  const operation = operationOf(['too-wet', 'busy'], ['too-cold', 'too-wet']);
  expect(operation.responses).toMatchObject({
    422: { description: '`too-wet`: It rains\n\n`too-cold`: It snows' },
    500: { description: '`internal`: It failed' },
    503: { description: '`busy`: It is busy', headers: { 'Retry-After': {} } },
  });
});

it('leaves nothing else in the operation', () => {
  expect(Object.keys(operationOf(['too-wet'], ['busy']))).toEqual(['responses']);
});

it('puts the problems of every posting where they are asked for', () => {
  const { responses } = operationOf(['too-wet', problemsOfEveryPosting, 'too-cold']);
  expect(responses[422]).toMatchObject({
    description: '`too-wet`: It rains · `no-luck`: It was lost · `too-cold`: It snows',
  });
});

it('documents nothing for a route without problems', () => {
  expect(operationOf().responses).toEqual({});
});

it('refuses a code that is not registered', () => {
  expect(() => operationOf(['too-hot'])).toThrow('No capability has registered the problem too-hot.');
});
