import { startService, type TestService } from '../support/test-service.js';
import { fuzz } from './fuzz.js';

/**
 * The seed is fixed, so that only a change of the service makes this fail; the campaign `fuzz` of the fault tests looks
 * elsewhere every time. `FUZZ_SEED`, `FUZZ_PATH` and `FUZZ_REQUESTS` repeat what either has found.
 */
const seed = Number(process.env['FUZZ_SEED'] ?? 20_260_101);
const requests = Number(process.env['FUZZ_REQUESTS'] ?? 600);
const path = process.env['FUZZ_PATH'];

let service: TestService;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

it('answers whatever comes as its document says, and writes nothing for a bad request', async () => {
  const { finding, answers } = await fuzz({
    url: service.url,
    databaseUrl: service.database.url,
    seed,
    requests,
    path,
  });
  process.stdout.write(`fuzz seed ${seed}: ${JSON.stringify(answers)}\n`);
  expect(finding).toBeUndefined();
  await service.audit();
});
