import { databaseUrlFault } from '@app/database';
import { minimumSecretBytes } from '@app/players';
import { ValidateBy, type ValidationArguments } from 'class-validator';
import { parseTrustProxy } from '../../request/http/trust-proxy.js';
import type { RateLimit } from '../../request/rate-limits/rate-limiter.js';

/** A rule for the text of a variable. Its name is put before the message. */
function rule(name: string, isGood: (text: string) => boolean, message: string) {
  return ValidateBy({
    name,
    validator: {
      validate: (value) => typeof value === 'string' && isGood(value),
      defaultMessage: () => `$property ${message}`,
    },
  });
}

/** The message says which part of the address is wrong, without the address. */
export const IsDatabaseUrl = () =>
  ValidateBy({
    name: 'isDatabaseUrl',
    validator: {
      validate: (value, args) => faultOf(value, args) === undefined,
      defaultMessage: (args) => faultOf(args?.value, args) ?? '',
    },
  });

function faultOf(value: unknown, args: ValidationArguments | undefined): string | undefined {
  return databaseUrlFault(String(value), args?.property ?? '');
}

/** One message for a text, a fraction and a number out of range. */
export const IsNumberBetween = (least: number, most: number) =>
  ValidateBy({
    name: 'isNumberBetween',
    validator: {
      validate: (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
      defaultMessage: () => `$property must be a whole number from ${least} to ${most}`,
    },
  });

export const IsSecret = () =>
  rule(
    'isSecret',
    (text) => Buffer.byteLength(text) >= minimumSecretBytes,
    `must have ${minimumSecretBytes} bytes or more, as random as \`openssl rand -base64 48\` makes them`,
  );

/** Requires TLS: an attacker who can change the key set in transit can forge tokens. */
export const IsKeySetUrl = () =>
  rule(
    'isKeySetUrl',
    (text) => {
      const url = parseUrl(text);
      return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
    },
    'must be an https:// address (http:// only on this machine)',
  );

export const IsOrigins = () =>
  rule(
    'isOrigins',
    (text) => parseList(text).every((origin) => parseUrl(origin)?.origin === origin),
    'must be a list of origins such as https://shop.example, separated by commas',
  );

export const IsTrustProxy = () =>
  rule(
    'isTrustProxy',
    (text) => parseTrustProxy(text) !== undefined,
    'must be true, false, a number of hops, or a list of addresses and networks such as 10.0.0.0/8',
  );

export const IsPeriod = () =>
  rule(
    'isPeriod',
    (text) => parsePeriod(text) !== undefined,
    'must be minutes, hours or days, such as 30m, 1h or 1d, up to 24d',
  );

const periodUnits: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Reads `1h` as milliseconds; `undefined` if it is something else or longer than 24 days, the most a timer can wait. */
export function parsePeriod(text: string): number | undefined {
  const [, count, unit = ''] = /^([1-9]\d{0,4})([mhd])$/.exec(text) ?? [];
  const ms = Number(count) * (periodUnits[unit] ?? NaN);
  return ms <= 24 * 86_400_000 ? ms : undefined;
}

/** PostgreSQL allows no more connections. */
const mostConnections = 262_143;

export const IsPoolSize = ({ min, uses }: { min: number; uses: string }) =>
  ValidateBy({
    name: 'isPoolSize',
    validator: {
      validate: (value) =>
        Number.isInteger(value) && Number(value) >= min && Number(value) <= mostConnections,
      defaultMessage: () => `$property must be a number of connections, ${min} or more: ${uses}`,
    },
  });

export const IsRateLimit = ({ mayBeOff = false } = {}) =>
  rule(
    'isRateLimit',
    (text) => parseRateLimit(text) !== undefined || (mayBeOff && text === 'off'),
    `must be requests per seconds, such as 100/10, within a day${mayBeOff ? ', or off' : ''}`,
  );

/** Reads `100/10` as 100 requests in 10 seconds; `undefined` if it is something else, such as `off`. */
export function parseRateLimit(text: string): RateLimit | undefined {
  const [, quota, seconds] = /^([1-9]\d{0,8})\/([1-9]\d{0,4})$/.exec(text) ?? [];
  const limit = { quota: Number(quota), seconds: Number(seconds) };
  return limit.seconds <= 86_400 ? limit : undefined;
}

export const IsMilliseconds = () =>
  rule(
    'isMilliseconds',
    (text) => parseMilliseconds(text) !== undefined || text === 'off',
    'must be whole milliseconds from 1 to 3600000, or off',
  );

/** `undefined` if the text is something else, such as `off`. */
export function parseMilliseconds(text: string): number | undefined {
  const milliseconds = /^[1-9]\d{0,6}$/.test(text) ? Number(text) : Infinity;
  return milliseconds <= 3_600_000 ? milliseconds : undefined;
}

export function parseList(text: string): string[] {
  return text.split(',').map((part) => part.trim());
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.[\d.]+$/.test(hostname);
}
