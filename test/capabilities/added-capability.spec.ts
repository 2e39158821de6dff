import { Controller, Get, Module, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { appCapability } from '../../apps/wallet-api/src/capabilities/app-capability.js';
import { capabilities } from '../../apps/wallet-api/src/process/capabilities.js';
import { RequiresScope } from '../../apps/wallet-api/src/request/access/access.decorator.js';
import { ApiProblems } from '../../apps/wallet-api/src/request/openapi/api-problems.js';
import { defineProblems } from '../../apps/wallet-api/src/request/problems/define-problems.js';
import { errorProblem } from '../../apps/wallet-api/src/request/problems/error-problem.js';
import { textMember } from '../../apps/wallet-api/src/request/problems/member-schemas.js';
import { ProblemError } from '../../apps/wallet-api/src/request/problems/problem.js';
import { LimitQuery } from '../../apps/wallet-api/src/request/validation/limit.js';
import { startService, type TestService } from '../support/test-service.js';

/** A capability from outside the app: a raffle that is never open. */
class RaffleError extends Error {}

const raffleProblems = defineProblems()({
  'raffle-closed': {
    status: 409,
    title: 'The raffle is closed',
    explanation: 'Nothing is drawn before the raffle opens.',
    members: { opensAt: textMember('When the raffle opens.', 'noon') },
    sentence: ({ opensAt }: { opensAt: string }) => `The raffle opens at ${opensAt}.`,
  },
  'raffle-empty': { status: 422, title: 'The raffle is empty', explanation: 'There is nothing to draw.' },
});

declare module '../../apps/wallet-api/src/request/problems/problem-code.js' {
  interface ProblemCodes {
    'raffle-closed': true;
    'raffle-empty': true;
  }
}

declare module '../../apps/wallet-api/src/request/access/scope.js' {
  interface Scopes {
    'raffle:draw': true;
  }
}

@Controller('v1/raffle')
class RaffleController {
  @Get()
  @RequiresScope('raffle:draw')
  @ApiOkResponse({ description: 'The prize.' })
  @ApiProblems('raffle-closed', 'raffle-empty')
  draw(@Query() { limit }: LimitQuery): never {
    if (limit > 1) throw new Error('a rule failed', { cause: new RaffleError('There are no prizes.') });
    throw new ProblemError('raffle-closed', undefined, { opensAt: 'noon' });
  }
}

@Module({ controllers: [RaffleController] })
class RaffleModule {}

const raffle = appCapability({
  name: 'raffle',
  module: RaffleModule,
  scopes: { 'raffle:draw': { allows: 'draw prizes' } },
  problems: raffleProblems,
  errors: [errorProblem(RaffleError, (error) => new ProblemError('raffle-empty', error.message))],
});

let service: TestService;
beforeAll(async () => {
  service = await startService({ capabilities: [...capabilities, raffle] });
});
afterAll(() => service.close());

it('answers with its problems as defined', async () => {
  const { status, json } = await service.client.get('/v1/raffle?limit=1');
  expect(status).toBe(409);
  expect(json).toMatchObject({
    code: 'raffle-closed',
    title: 'The raffle is closed',
    detail: 'The raffle opens at noon.',
    opensAt: 'noon',
  });
});

it('maps the errors of its lib to problems, even when wrapped', async () => {
  const { status, json } = await service.client.get('/v1/raffle?limit=2');
  expect(status).toBe(422);
  expect(json).toMatchObject({ code: 'raffle-empty', detail: 'There are no prizes.' });
});

it('is closed to clients without its scope', async () => {
  const { status } = await service.as('demo-game-key').get('/v1/raffle');
  expect(status).toBe(403);
});

it('documents its route, its scope and its problems, each with a page', async () => {
  const { json } = await service.client.get('/openapi.json');
  const { paths, components } = json;
  expect(paths['/v1/raffle'].get.responses['409'].$ref).toBe('#/components/responses/RaffleClosedProblem');
  expect(components.responses.RaffleClosedProblem.description).toBe('`raffle-closed`: The raffle is closed');
  expect(components.schemas.RaffleClosedProblem.properties.opensAt.type).toBe('string');
  expect(components.schemas).toHaveProperty('RaffleEmptyProblem');
  expect(components.securitySchemes.bearer.description).toContain('- `raffle:draw`: draw prizes');
  expect((await service.client.get('/problems/raffle-closed')).text).toContain('Nothing is drawn');
});
