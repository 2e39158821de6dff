import { PageTitle } from '../ui/basics.tsx';
import { AccountChain } from './account-chain.tsx';
import { Audit } from './audit.tsx';
import { Changes } from './changes.tsx';

/** Proof instead of trust: the whole ledger, or one account; and who changed its terms. */
export default function IntegrityPage() {
  return (
    <>
      <PageTitle title="Integrity">
        <p className="text-sm text-muted">Computed now, from the stored rows alone.</p>
      </PageTitle>
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_22rem]">
        <Audit />
        <AccountChain />
      </div>
      <div className="mt-4">
        <Changes />
      </div>
    </>
  );
}
