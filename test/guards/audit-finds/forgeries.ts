import { Audits, Verification } from '@app/ledger';
import { forge } from '../../support/forge.js';
import { withClient } from '../../support/server/with-client.js';
import { startService, type TestService } from '../../support/test-service.js';

/** What is forged, and all invariants that the audit then finds broken, in the order in which it checks them. */
export type Forgery = [forgery: string, sql: string, broken: string[], foundBy?: 'full audits only'];

/**
 * The audit finds forgeries that the owner of the database can make with triggers disabled. Each runs on a separate database, in which
 * `prepare` has written what is forged.
 */
export function auditFinds(
  prepare: (service: TestService) => Promise<unknown>,
  forgeries: readonly Forgery[],
): void {
  let service: TestService;

  beforeEach(async () => {
    service = await startService({ verification: { load: 1 } });
    await prepare(service);
  });

  afterEach(() => service.close());

  it('finds nothing before anything is forged', () => service.audit());

  it.each(forgeries)('finds %s', async (...[, sql, broken, foundBy]) => {
    await forge(service.database, sql);
    const report = await service.app.get(Verification).verify();
    const found = report.invariants.filter(({ ok }) => !ok);
    expect(found.map(({ name }) => name)).toEqual(broken);
    expect(report.ok).toBe(false);
    for (const { violations, examples } of found) {
      expect(violations).toBeGreaterThan(0);
      expect(examples.length).toBeGreaterThan(0);
    }
    // No audit has been recorded here: all rows are new.
    const foundAsNew = await auditNew(service);
    expect(broken).toEqual(expect.arrayContaining(foundAsNew));
    expect(foundAsNew.length > 0).toBe(foundBy !== 'full audits only');
  });
}

/** The invariants that an audit of what is new finds broken. */
async function auditNew({ app, database }: TestService): Promise<string[]> {
  await app.get(Audits).auditIf('new', () => Promise.resolve(true));
  const { rows } = await withClient(database.url, (owner) =>
    owner.query<{ name: string }>(
      `SELECT invariant ->> 'name' AS name FROM ledger_verifications, jsonb_array_elements(invariants) AS invariant
       WHERE scope = 'new' AND state = 'finished' AND NOT (invariant ->> 'ok')::boolean`,
    ),
  );
  return rows.map(({ name }) => name);
}
