import type { OpenAPIObject } from '@nestjs/swagger';
import { problemsOfEveryPosting } from '../../request/openapi/api-problems.js';
import { integerMember, textMember } from '../../request/problems/member-schemas.js';
import { ProblemRegistry } from '../../request/problems/problem-registry.js';
import { putProblems } from './put-problems.js';

const described = (status: number, title: string) => ({ status, title, explanation: `${title}.` });

const problems = new ProblemRegistry(
  {
    'bad-request': described(400, 'It is no request'),
    'route-not-found': described(404, 'It leads nowhere'),
    'request-timeout': { ...described(408, 'It was slow'), retryable: true },
    'headers-too-large': described(431, 'It was large'),
    internal: described(500, 'It failed'),
    'too-wet': {
      ...described(422, 'It rains'),
      members: {
        litres: integerMember('The amount of rain.', 3),
        until: { ...textMember('The end of the rain.', 'noon'), optional: true },
      },
      sentence: ({ litres }: { litres: number }) => `It rains ${litres} litres.`,
    },
    'too-cold': described(422, 'It snows'),
    'no-luck': { ...described(422, 'It was lost'), ofEveryPosting: true },
    busy: { ...described(503, 'It is busy'), retryAfter: 1 },
  },
  [],
);

/** A document with one operation that has these lists of codes, one per decorator. */
function documentOf(...groups: string[][]) {
  const members = groups.map((codes, index) => [`x-problems-${index}`, codes] as const);
  const operation = { responses: {} as Record<string, object>, ...Object.fromEntries(members) };
  const document = { paths: { '/play': { get: operation } } } as unknown as OpenAPIObject;
  putProblems(document, problems);
  return { operation, components: document.components! };
}

it('makes one response per status, with a paragraph per decorator', () => {
  const { responses } = documentOf(['too-wet', 'busy'], ['too-cold', 'too-wet']).operation;
  expect(responses['422']).toMatchObject({
    description: '`too-wet`: It rains\n\n`too-cold`: It snows',
    content: {
      'application/problem+json': {
        schema: {
          oneOf: [
            { $ref: '#/components/schemas/TooWetProblem' },
            { $ref: '#/components/schemas/TooColdProblem' },
          ],
          discriminator: {
            propertyName: 'code',
            mapping: {
              'too-wet': '#/components/schemas/TooWetProblem',
              'too-cold': '#/components/schemas/TooColdProblem',
            },
          },
        },
      },
    },
  });
});

it('shares the response of a status with one code', () => {
  const { operation, components } = documentOf(['busy']);
  expect(operation.responses['503']).toEqual({ $ref: '#/components/responses/BusyProblem' });
  expect(components.responses?.['BusyProblem']).toMatchObject({
    description: '`busy`: It is busy',
    headers: { 'Retry-After': { $ref: '#/components/headers/Retry-After' } },
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/BusyProblem' } } },
  });
});

it('makes a schema of the members of a code, and an example in the words of its definition', () => {
  const { schemas, examples } = documentOf(['too-wet']).components;
  expect(schemas?.['TooWetProblem']).toMatchObject({
    properties: { code: { const: 'too-wet' }, status: { const: 422 }, litres: { type: 'integer' } },
    required: expect.not.arrayContaining(['until']) as string[],
    'x-retryable': false,
  });
  expect(schemas?.['TooWetProblem']).toMatchObject({
    required: expect.arrayContaining(['litres']) as string[],
  });
  expect(examples?.['too-wet']).toMatchObject({
    value: { code: 'too-wet', detail: 'It rains 3 litres.', litres: 3, until: 'noon' },
  });
});

it('marks as retryable what has a Retry-After, or says so', () => {
  const { schemas } = documentOf(['busy']).components;
  expect(schemas?.['BusyProblem']).toMatchObject({ 'x-retryable': true });
  expect(schemas?.['RequestTimeoutProblem']).toMatchObject({ 'x-retryable': true });
});

it('leaves nothing else in the operation', () => {
  expect(Object.keys(documentOf(['too-wet'], ['busy']).operation)).toEqual(['responses']);
});

it('puts the problems of every posting where they are asked for', () => {
  const { responses } = documentOf(['too-wet', problemsOfEveryPosting, 'too-cold']).operation;
  expect(responses['422']).toMatchObject({
    description: '`too-wet`: It rains · `no-luck`: It was lost · `too-cold`: It snows',
  });
});

it('documents for a route without problems only those of every route', () => {
  const { operation, components } = documentOf();
  expect(operation.responses).toEqual({
    400: { $ref: '#/components/responses/BadRequestProblem' },
    500: { $ref: '#/components/responses/InternalProblem' },
    default: { $ref: '#/components/responses/NotRouted' },
  });
  expect(components.schemas).not.toHaveProperty('TooWetProblem');
});

it('refuses a code that is not registered', () => {
  expect(() => documentOf(['too-hot'])).toThrow('No capability has registered the problem too-hot.');
});
