import { ScopeRegistry } from '@app/clients';
import type { OpenAPIObject } from '@nestjs/swagger';
import { requireScopes } from './require-scopes.js';

const scopes = new ScopeRegistry({ 'weather:read': { allows: 'read the weather' } });

function check(security?: object[]): void {
  requireScopes({ paths: { '/weather': { get: { security } } } } as unknown as OpenAPIObject, scopes);
}

it('accepts registered scopes, and routes without any', () => {
  expect(() => {
    check([{ bearer: ['weather:read'] }]);
    check();
  }).not.toThrow();
});

it('refuses a scope that is not registered', () => {
  expect(() => {
    check([{ bearer: ['weather:make'] }]);
  }).toThrow('GET /weather requires the scope weather:make, which no capability has registered.');
});
