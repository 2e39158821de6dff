import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { assetsQuery, itemsQuery, ratesQuery, tasksQuery } from '../api/queries.ts';
import { type Choice, SelectField } from '../ui/fields.tsx';
import { decimalsOf, formatAmount } from '../ui/format.ts';
import { ProblemNotice } from '../ui/states.tsx';
import type { ActionForm } from './actions.ts';

interface FieldProps {
  value: string;
  onValue: (value: string) => void;
}

/** Leaves out retired assets if the action credits: they can only be spent. */
export function AssetField({ credited, ...props }: FieldProps & { credited: boolean }) {
  const assets = useQuery(assetsQuery);
  const choices = assets.data?.data
    .filter(({ retired }) => !(credited && retired))
    .map(({ code, name, retired }) => ({
      value: code,
      label: `${name} (${code})${retired ? ', retired' : ''}`,
    }));
  const none = 'No asset can be credited.';
  return <Choose label="Asset" none={none} choices={choices} error={assets.error} {...props} />;
}

export function ItemField(props: FieldProps) {
  const items = useQuery(itemsQuery);
  const amountOf = useAmounts();
  const choices = items.data?.data.map(({ code, name, asset, price }) => ({
    value: code,
    label: `${name}, ${amountOf(price, asset)}`,
  }));
  return <Choose label="Item" none="Nothing is for sale." choices={choices} error={items.error} {...props} />;
}

const limits = { once: 'once', daily: 'once a day', unlimited: 'as often as you like' };

export function TaskField(props: FieldProps) {
  const tasks = useQuery(tasksQuery);
  const amountOf = useAmounts();
  const retired = useRetiredAssets();
  const choices = tasks.data?.data
    .filter(({ asset }) => !retired.has(asset))
    .map(({ code, name, asset, reward, limit }) => ({
      value: code,
      label: `${name}, ${amountOf(reward, asset)}, ${limits[limit]}`,
    }));
  return <Choose label="Task" none="There are no tasks." choices={choices} error={tasks.error} {...props} />;
}

/** Choosing a rate sets both assets, and an amount that the rate divides. */
export function RateField({ form, onForm }: { form: ActionForm; onForm: (form: ActionForm) => void }) {
  const rates = useQuery(ratesQuery);
  const amountOf = useAmounts();
  const retired = useRetiredAssets();
  const choices = rates.data?.data
    .filter(({ to }) => !retired.has(to))
    .map(({ from, to, fromAmount, toAmount }) => ({
      value: `${from}/${to}`,
      label: `${amountOf(fromAmount, from)} → ${amountOf(toAmount, to)}`,
    }));
  return (
    <Choose
      label="Rate"
      none="No conversion is offered."
      choices={choices}
      error={rates.error}
      value={`${form.asset}/${form.to}`}
      onValue={(chosen) => {
        const rate = rates.data?.data.find(({ from, to }) => `${from}/${to}` === chosen);
        if (rate) onForm({ ...form, asset: rate.from, to: rate.to, amount: String(rate.fromAmount) });
      }}
    />
  );
}

function Choose({
  label,
  none,
  choices,
  error,
  value,
  onValue,
}: FieldProps & { label: string; none: string; choices: Choice[] | undefined; error: unknown }) {
  const first = choices?.[0]?.value;
  const isChosen = choices?.some((choice) => choice.value === value) ?? true;
  useEffect(() => {
    if (!isChosen && first !== undefined) onValue(first);
  });
  if (error) return <ProblemNotice error={error} />;
  return (
    <SelectField
      label={label}
      required
      disabled={first === undefined}
      hint={choices?.length === 0 ? none : undefined}
      choices={choices ?? []}
      value={value}
      onValue={onValue}
    />
  );
}

function useAmounts(): (amount: number, asset: string) => string {
  const assets = useQuery(assetsQuery).data?.data ?? [];
  return (amount, asset) => `${formatAmount(amount, decimalsOf(asset, assets))} ${asset}`;
}

function useRetiredAssets(): ReadonlySet<string> {
  const assets = useQuery(assetsQuery).data?.data ?? [];
  return new Set(assets.filter(({ retired }) => retired).map(({ code }) => code));
}
