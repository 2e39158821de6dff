import { clientEntities, ClientRegister } from '@app/clients';
import { postgresOptions } from '@app/database';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { scopes } from '../../apps/wallet-api/src/process/scopes.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** Changes to keys and passwords that PostgreSQL refuses, from a compromised service or by mistake of an operator. */
let database: TestDatabase;
const clients: Record<string, Client> = {};

/** A password requires a registration in the same transaction. */
const registered = (userId: string) =>
  `INSERT INTO users (shard, id, registration, metadata, created_at, place) VALUES (0, '${userId}', gen_random_uuid(), '{}', now(), 1000)`;
const goodHash = `'$scrypt$ln=14,r=8,p=5$' || repeat('A', 22) || '$' || repeat('A', 43)`;

beforeAll(async () => {
  database = await createTestDatabase();
  const options = postgresOptions({ url: database.url, poolSize: 1, as: 'owner', applicationName: 'test' });
  const dataSource = await new DataSource({ ...options, entities: clientEntities }).initialize();
  const register = new ClientRegister(dataSource, scopes);
  await register.create('game', ['wallet:read']);
  await register.rotate('game');
  await dataSource.destroy();
  for (const role of ['application', 'owner']) {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    if (role === 'application') await client.query('SET ROLE wallet_app');
    clients[role] = client;
  }
  await clients['owner']!.query(
    `${registered('paula')}; INSERT INTO players (shard, user_id, password_hash) VALUES (0, 'paula', ${goodHash})`,
  );
});
afterAll(async () => {
  for (const client of Object.values(clients)) await client.end();
  await database.drop();
});

const key = (slot: number, hash = `sha256('x')`, hint = 'abcd') =>
  `INSERT INTO client_keys (hash, client_id, slot, hint) VALUES (${hash}, 'game', ${slot}, '${hint}')`;

describe('to the service, PostgreSQL refuses', () => {
  it.each([
    ['to make a client', `INSERT INTO clients (id, scopes) VALUES ('mallory', '{admin}')`],
    ['to mint a key', key(1)],
    ['to widen the scopes of a client', `UPDATE clients SET scopes = '{admin}'`],
    ['to bring back a revoked client', `UPDATE clients SET revoked_at = NULL`],
    ['to bring back a revoked key', `UPDATE client_keys SET revoked_at = NULL`],
    ['to give a key to another client', `UPDATE client_keys SET client_id = 'game'`],
    ['to forget a client', `DELETE FROM client_keys`],
    ['to forget a player', `DELETE FROM players`],
    ['to overwrite a password', `UPDATE players SET password_hash = ${goodHash}`],
    ['to give the password of a player to another', `UPDATE players SET user_id = 'mallory'`],
    ['to empty the players', `TRUNCATE players`],
  ])('%s', async (_rule, sql) => {
    await expect(clients['application']!.query(sql)).rejects.toThrow(/permission denied/);
  });

  it('nothing that the service needs', async () => {
    const service = clients['application']!;
    await service.query('BEGIN');
    await service.query(`SELECT * FROM clients JOIN client_keys ON client_id = clients.id`);
    await service.query(registered('quentin'));
    await service.query(
      `INSERT INTO players (shard, user_id, password_hash) VALUES (0, 'quentin', ${goodHash})`,
    );
    await service.query('ROLLBACK');
  });
});

describe('to every role, PostgreSQL refuses', () => {
  const player = (hash: string, userId = 'rita') =>
    `INSERT INTO players (shard, user_id, password_hash) VALUES (0, '${userId}', ${hash})`;

  it.each([
    ['a third live key', key(1), /client_keys_live_slot/],
    ['a third slot', key(3), /client_keys_slot_check/],
    ['a key instead of its hash', key(1, `'wk_secret'`), /client_keys_hash_check/],
    ['a hint that reveals more', key(1, undefined, 'abcde'), /client_keys_hint_check/],
    [
      'a scope without a name',
      `INSERT INTO clients (id, scopes) VALUES ('odd', '{wallet:read,NULL}')`,
      /clients_scopes_check/,
    ],
    [
      'a client without a scope',
      `INSERT INTO clients (id, scopes) VALUES ('odd', '{}')`,
      /clients_scopes_check/,
    ],
    [
      'a client with a reserved name',
      `INSERT INTO clients (id, scopes) VALUES ('@player', '{admin}')`,
      /clients_id_check/,
    ],
    ['a plain password', player(`'correct horse battery staple'`), /players_password_hash_check/],
    ['a hash of another kind', player(`md5('x')`), /players_password_hash_check/],
    [
      'a hash without a salt',
      player(`'$scrypt$ln=14,r=8,p=5$$' || repeat('A', 43)`),
      /players_password_hash_check/,
    ],
    ['a second player with the same id', player(goodHash, 'paula'), /players_pkey/],
    ['a player with an invalid user id', player(goodHash, 'a b'), /players_user_id/],
  ])('%s', async (_rule, sql, because) => {
    await expect(clients['owner']!.query(sql)).rejects.toThrow(because);
  });
});
