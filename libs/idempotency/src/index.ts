export { claimKey, type IdempotencyClaim, type StoredOutcome, type StoredRefusal } from './claim-keys.js';
export { canonicalJson, fingerprint, type RequestIdentity } from './fingerprint.js';
export { IdempotencyKeys } from './idempotency-keys.js';
export { IdempotencyModule } from './idempotency.module.js';
