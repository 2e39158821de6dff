import { canonicalJson } from '@app/idempotency';
import { actorText } from '../actor.js';
import type { CapabilityRegistry } from '../capability/capability-registry.js';
import { effectsDigest } from '../capability/effect.js';
import type { AcceptedTransaction } from '../chain/seal.js';
import type { Acceptance } from '../decide/accept.js';
import { acceptedBy, type Decision } from '../decide/decide.js';
import type { JournalRequest } from './request.js';

/** The client id of due transactions, which the service books itself. No client can register it. */
const internalClient = '@house';

/** All accepted transactions of a batch, in the order in which they happen. */
export function acceptedTransactions(
  decided: readonly (readonly [JournalRequest, Decision])[],
  capabilities: CapabilityRegistry,
): AcceptedTransaction[] {
  return decided.flatMap(([request, decision]) =>
    acceptedBy(decision).map((acceptance) => {
      const origin = acceptance === decision ? originOf(request) : originOfDue(acceptance);
      const { proposal, place, createdAt, entries, earmarks, effects } = acceptance;
      return {
        proposal,
        place,
        createdAt,
        actor: origin.actor,
        clientId: origin.clientId,
        idempotencyKey: origin.idempotencyKey,
        metadata: canonicalJson(proposal.posting.metadata),
        entries,
        earmarks,
        effectsDigest: effectsDigest(effects, (name) => capabilities.effectKind(name)),
      };
    }),
  );
}

type Origin = Pick<AcceptedTransaction, 'actor' | 'clientId' | 'idempotencyKey'>;

function originOf({ actor, claim }: JournalRequest): Origin {
  return { actor: actorText(actor), clientId: claim.clientId, idempotencyKey: claim.key };
}

function originOfDue({ proposal: { posting } }: Acceptance): Origin {
  return {
    actor: actorText({ kind: 'house', id: posting.type }),
    clientId: internalClient,
    idempotencyKey: null,
  };
}
