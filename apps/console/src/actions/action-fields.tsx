import { useQuery } from '@tanstack/react-query';
import { assetsQuery } from '../api/queries.ts';
import { IntegerField, SelectField, TextField } from '../ui/fields.tsx';
import { decimalsOf, formatAmount } from '../ui/format.ts';
import type { Action, ActionForm } from './actions.ts';
import { AssetField, ItemField, RateField, TaskField } from './catalogue-fields.tsx';

const directions = [
  { value: 'credit', label: 'Credit: raise the balance' },
  { value: 'debit', label: 'Debit: lower the balance' },
];

const causes = ['refund', 'chargeback', 'fraud', 'mistake', 'goodwill'].map((cause) => ({
  value: cause,
  label: cause,
}));

/** The fields of one action. */
export function ActionFields({
  action: { fields, credits },
  form,
  fixedUser,
  onForm,
}: {
  action: Action;
  form: ActionForm;
  fixedUser: boolean;
  onForm: (form: ActionForm) => void;
}) {
  const assets = useQuery(assetsQuery).data?.data ?? [];
  const decimals = decimalsOf(form.asset, assets);
  const set = (name: keyof ActionForm) => (value: string) => {
    onForm({ ...form, [name]: value });
  };
  return (
    <>
      <TextField label="User id" required disabled={fixedUser} value={form.userId} onValue={set('userId')} />
      {fields.includes('asset') && (
        <AssetField credited={credits} value={form.asset} onValue={set('asset')} />
      )}
      {fields.includes('to') && <RateField form={form} onForm={onForm} />}
      {fields.includes('task') && <TaskField value={form.task} onValue={set('task')} />}
      {fields.includes('item') && <ItemField value={form.item} onValue={set('item')} />}
      {fields.includes('amount') && (
        <IntegerField
          label="Amount"
          required
          value={form.amount}
          onValue={set('amount')}
          hint={
            decimals > 0
              ? `Minor units: ${formatAmount(Number(form.amount) || 0, decimals)} ${form.asset}`
              : undefined
          }
        />
      )}
      {fields.includes('direction') && (
        <SelectField
          label="Direction"
          choices={directions}
          value={form.direction}
          onValue={set('direction')}
        />
      )}
      {fields.includes('reason') && (
        <TextField
          label="Reason"
          required
          maxLength={256}
          value={form.reason}
          onValue={set('reason')}
          hint="Recorded with the transaction. The player can read it."
        />
      )}
      {fields.includes('hold') && (
        <TextField label="Hold id" required mono value={form.hold} onValue={set('hold')} />
      )}
      {fields.includes('transaction') && (
        <TextField
          label="Transaction id"
          required
          mono
          value={form.transaction}
          onValue={set('transaction')}
        />
      )}
      {fields.includes('part') && (
        <IntegerField label="Amount (everything left if empty)" value={form.part} onValue={set('part')} />
      )}
      {fields.includes('cause') && (
        <SelectField label="Cause" choices={causes} value={form.cause} onValue={set('cause')} />
      )}
      {fields.includes('expiresIn') && (
        <IntegerField
          label="Lapses after (seconds)"
          max={2_678_400}
          required
          value={form.expiresIn}
          onValue={set('expiresIn')}
        />
      )}
      {fields.includes('quantity') && (
        <IntegerField label="Quantity" required value={form.quantity} onValue={set('quantity')} />
      )}
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label="Reference (optional)"
          maxLength={128}
          value={form.reference}
          onValue={set('reference')}
        />
        <TextField
          label="Description (optional)"
          maxLength={256}
          value={form.description}
          onValue={set('description')}
        />
      </div>
    </>
  );
}
