import { randomUUID } from 'node:crypto';
import type { RawRequest } from '../support/wallet-client.js';
import { textDamages } from './odd-values.js';
import type { Damage, Plan, Planned } from './plan.js';
import type { Seen } from './seen.js';

type Pairs = [string, string][];

/** The request of a plan, with its faults applied. */
export function render(plan: Plan, seen: Seen): RawRequest {
  const parameters = Object.entries(plan.parameters).map(([place, planned]): [string, string] => {
    const name = place.slice(place.indexOf(' ') + 1);
    return [place, textOf(valueOf(name, planned, seen))];
  });
  const added: Pairs = [];
  for (const damage of plan.damages) damageParameters(damage, parameters, added);

  const headers: Record<string, string | string[]> = { authorization: 'Bearer demo-admin-key' };
  for (const [name, value] of inPlace('header', parameters)) {
    const key = name.toLowerCase();
    headers[key] = headers[key] === undefined ? value : [headers[key], value].flat();
  }
  const body = bodyOf(plan);
  if (body !== undefined) headers['content-type'] = 'application/json';
  for (const damage of plan.damages) {
    if (damage.what === 'header') headers[damage.name] = damage.value;
    if (damage.what === 'no header') Reflect.deleteProperty(headers, damage.name);
  }
  return {
    method: plan.damages.find((damage) => damage.what === 'method')?.method ?? plan.method,
    path: pathOf(plan, parameters, added),
    headers: sendable(headers),
    ...(body !== undefined && { body }),
  };
}

function valueOf(name: string, planned: Planned, seen: Seen): unknown {
  if ('fresh' in planned) return randomUUID();
  return 'seen' in planned ? seen.nth(name, planned.seen) : planned.value;
}

function damageParameters(damage: Damage, parameters: Pairs, added: Pairs): void {
  if (damage.what === 'query') added.push([damage.name, damage.text]);
  if (!('at' in damage) || parameters.length === 0) return;
  const at = damage.at % parameters.length;
  const [place, value] = parameters[at] ?? ['', ''];
  if (damage.what === 'parameter') parameters[at] = [place, damage.text];
  if (damage.what === 'twice' && !place.startsWith('path ')) parameters.push([place, value]);
  if (damage.what === 'no parameter' && !place.startsWith('path ')) parameters.splice(at, 1);
}

function pathOf({ template, damages }: Plan, parameters: Pairs, added: Pairs): string {
  const values = new Map(inPlace('path', parameters));
  const path = template.replace(/\{(\w+)\}/g, (_all, name: string) => encode(values.get(name) ?? ''));
  const suffix = damages.flatMap((damage) => (damage.what === 'path' ? [damage.text] : [])).join('');
  const query = [...inPlace('query', parameters), ...added]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');
  return `${path}${suffix}${query && `?${query}`}`;
}

function bodyOf({ body, damages }: Plan): string | Buffer | undefined {
  if (body === undefined) return undefined;
  let value: unknown = body;
  for (const damage of damages) value = damagedValue(value, damage);
  const text = JSON.stringify(value);
  const broken = damages.find((damage) => damage.what === 'text');
  return broken ? (textDamages[broken.how]?.(text) ?? text) : text;
}

function damagedValue(value: unknown, damage: Damage): unknown {
  if (damage.what === 'body') return damage.value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const members = Object.entries(value) as [string, unknown][];
  if (damage.what === 'more members') members.push([damage.name, damage.value]);
  if (members.length > 0 && 'at' in damage) {
    const at = damage.at % members.length;
    if (damage.what === 'member') members[at] = [members[at]?.[0] ?? '', damage.value];
    if (damage.what === 'no member') members.splice(at, 1);
  }
  return Object.fromEntries(members);
}

function inPlace(place: string, parameters: Pairs): Pairs {
  return parameters
    .filter(([key]) => key.startsWith(`${place} `))
    .map(([key, value]) => [key.slice(place.length + 1), value]);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A lone surrogate has no percent-encoding; clients send the replacement character. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** Node sends no header with line breaks; any other bytes that HTTP allows are sent. */
function sendable(headers: Record<string, string | string[]>): Record<string, string | string[]> {
  const clean = (text: string) => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?');
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(clean) : clean(value),
    ]),
  );
}
