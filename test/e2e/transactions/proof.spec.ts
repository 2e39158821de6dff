import { forge } from '../../support/forge.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { expectProblem } from '../support/problem-codes.js';
import { accountHashFromProof, hashFromProof, type Proof } from '../support/recompute-proof.js';
import { instant } from '../support/shapes.js';

/** Everything a client needs to verify the ledger independently. */
let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(() => service.close());

const hash = expect.stringMatching(/^[0-9a-f]{64}$/) as string;

async function spend(userId: string, amount: number, key?: string): Promise<string> {
  const { status, json } = await service.client.post(`/v1/wallets/${userId}/GOLD/spend`, { amount }, key);
  expect(status).toBe(201);
  return (json as { id: string }).id;
}

async function proofOf(id: string): Promise<Proof> {
  return (await service.client.get(`/v1/transactions/${id}/proof`)).json as Proof;
}

function ownEntry({ entries }: Proof) {
  return entries.find(({ account }) => account === 'alice');
}

describe('the proof of a transaction', () => {
  it('contains every hashed value and the links of its entries', async () => {
    const id = await spend('alice', 30, 'order-17');
    expect((await service.client.get(`/v1/transactions/${id}/proof`)).json).toEqual({
      id,
      shard: expect.any(Number) as number,
      place: expect.any(Number) as number,
      salt: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      type: 'spend',
      userId: 'alice',
      actor: { kind: 'client', id: 'demo-admin' },
      reference: null,
      description: null,
      clientId: 'demo-admin',
      idempotencyKey: 'order-17',
      metadata: '{}',
      effectsDigest: null,
      createdAt: instant,
      entries: [
        {
          leg: 0,
          accountId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
          kind: 'user',
          account: 'alice',
          asset: 'GOLD',
          direction: 'debit',
          amount: 30,
          balanceAfter: 970,
          version: 2,
          createdAt: instant,
          previousHash: hash,
          hash,
          intact: true,
        },
        expect.objectContaining({ kind: 'system', account: 'revenue', direction: 'credit', intact: true }),
      ],
    });
  });

  it('suffices to recompute every hash up to the heads of the accounts', async () => {
    const topup = await service.client.post('/v1/wallets/prover/GOLD/topup', {
      amount: 7,
      reference: 'é\u{1f600}',
      description: 'first',
      metadata: { z: 1e-7, a: { '10': 0.1, '9': 'ü' }, list: [null, true, -0.5] },
    });
    const proof = await proofOf((topup.json as { id: string }).id);
    for (const [index, { hash, previousHash }] of proof.entries.entries()) {
      expect([index, hashFromProof(proof, index)]).toEqual([index, hash]);
      const isFirst = proof.entries[index]!.version === 1;
      if (isFirst) expect(previousHash).toBe(accountHashFromProof(proof, index));
    }
    expect(proof.entries.some(({ version }) => version === 1)).toBe(true);
  });

  it('continues from the previous entry', async () => {
    const [first, second] = [await proofOf(await spend('alice', 1)), await proofOf(await spend('alice', 1))];
    expect(ownEntry(second)?.previousHash).toBe(ownEntry(first)?.hash);
    const { json } = await service.client.get('/v1/wallets/alice/GOLD/verification');
    expect(json).toMatchObject({ headHash: ownEntry(second)?.hash });
  });

  it('reveals a rewritten entry', async () => {
    const id = await spend('bob', 10);
    await forge(service.database, `UPDATE entries SET amount = amount * 2 WHERE ${ofTransaction(id)}`);
    expect((await proofOf(id)).entries.map(({ intact }) => intact)).toEqual([false, false]);
    await forge(service.database, `UPDATE entries SET amount = amount / 2 WHERE ${ofTransaction(id)}`);
    expect((await proofOf(id)).entries.map(({ intact }) => intact)).toEqual([true, true]);
  });

  it('is not found for an unknown transaction', async () => {
    const transactionId = '019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10';
    const answer = await service.client.get(`/v1/transactions/${transactionId}/proof`);
    expectProblem(answer, 'transaction-not-found', { transactionId });
  });
});

describe('the verification of one account', () => {
  const path = '/v1/wallets/bob/GOLD/verification';

  it('accepts a consistent account', async () => {
    const { json } = await service.client.get('/v1/wallets/bob/SILVER/verification');
    expect(json).toEqual({
      userId: 'bob',
      asset: 'SILVER',
      ok: true,
      checkedAt: instant,
      durationMs: expect.any(Number) as number,
      entries: 1,
      violations: 0,
      examples: [],
      headOk: true,
      headHash: hash,
    });
  });

  const bobGold = `(SELECT id FROM accounts WHERE owner_id = 'bob' AND asset_code = 'GOLD')`;

  it.each([
    [
      'an amount',
      `UPDATE entries SET amount = amount + 1 WHERE account_id = ${bobGold} AND version = 2`,
      `UPDATE entries SET amount = amount - 1 WHERE account_id = ${bobGold} AND version = 2`,
      { ok: false, violations: 1, examples: [2], headOk: true },
    ],
    [
      'a reference, which only the hash covers',
      `UPDATE transactions SET reference = 'forged' WHERE user_id = 'bob' AND type = 'spend'`,
      `UPDATE transactions SET reference = NULL WHERE user_id = 'bob' AND type = 'spend'`,
      { ok: false, violations: 2, examples: [2, 3], headOk: true },
    ],
    [
      'the balance of the account',
      `UPDATE accounts SET balance = balance + 1 WHERE id = ${bobGold}`,
      `UPDATE accounts SET balance = balance - 1 WHERE id = ${bobGold}`,
      { ok: false, violations: 0, examples: [], headOk: false },
    ],
  ])('detects that %s was rewritten', async (_what, forged, restored, finding) => {
    if ((await service.client.get('/v1/wallets/bob/GOLD')).json.version < 3) await spend('bob', 10);
    await forge(service.database, forged);
    expect((await service.client.get(path)).json).toMatchObject(finding);
    await forge(service.database, restored);
    expect((await service.client.get(path)).json).toMatchObject({ ok: true, violations: 0, headOk: true });
  });

  it('answers 404 for an unknown account', async () => {
    expectProblem(await service.client.get('/v1/wallets/bob/DIAMOND/verification'), 'user-not-found', {
      userId: 'bob',
    });
    expectProblem(await service.client.get('/v1/wallets/bob/COPPER/verification'), 'asset-not-found', {
      asset: 'COPPER',
    });
  });
});

describe('the progress of the audit', () => {
  it('describes the running audit, then the finished one', async () => {
    const path = '/v1/ledger/verification/progress';
    expect((await service.client.get(path)).json).toMatchObject({
      state: 'none',
      running: false,
      startedAt: null,
      stepsDone: 0,
      report: null,
    });
    const audit = service.client.get('/v1/ledger/verification');
    const seen: { running: boolean; stepsDone: number; steps: number }[] = [];
    while (!seen.some(({ running, stepsDone }) => !running && stepsDone > 0)) {
      seen.push((await service.client.get(path)).json as (typeof seen)[number]);
    }
    const report = (await audit).json as { invariants: unknown[] };
    const done = seen.map(({ stepsDone }) => stepsDone);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect((await service.client.get(path)).json).toEqual({
      state: 'finished',
      running: false,
      startedAt: instant,
      steps: 16 * report.invariants.length,
      stepsDone: 16 * report.invariants.length,
      invariants: report.invariants,
      report,
    });
  });
});

const ofTransaction = (id: string) =>
  `(shard, place) = (SELECT shard, place FROM transactions WHERE id = '${id}')`;
