export {
  claimKey,
  claimKeys,
  type IdempotencyClaim,
  type StoredOutcome,
  type StoredRefusal,
} from './claim-keys.js';
export { canonicalJson, fingerprint, type RequestIdentity } from './fingerprint.js';
export { recordRefusals } from './record-refusals.js';
export { releaseKeys } from './release-keys.js';
