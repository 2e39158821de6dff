import type { Schemas } from '../api/client.ts';
import { decimalsOf, formatAmount, nameOfType } from '../ui/format.ts';

/** The operations of a transaction, in the order in which they happened. */
export function OperationResults({
  results,
  assets,
}: {
  results: Schemas['OperationResultAnswer'][];
  assets: Schemas['AssetAnswer'][];
}) {
  return (
    <>
      <h3 className="mt-5 mb-2 text-sm font-semibold">
        {results.length === 1 ? 'One operation' : `${results.length} operations`}
      </h3>
      <table className="w-full text-sm">
        <thead className="text-left text-xs text-muted">
          <tr>
            <th className="py-1 font-medium">Operation</th>
            <th className="py-1 text-right font-medium">Amount</th>
            <th className="py-1 text-right font-medium">Balance after</th>
          </tr>
        </thead>
        <tbody>
          {results.map(({ type, asset, amount, balance, description }, index) => (
            <tr key={index} className="border-t border-line">
              <td className="py-1.5">
                {nameOfType(type)}
                {description !== null && <span className="block text-xs text-muted">{description}</span>}
              </td>
              <td className="py-1.5 text-right tabular-nums">
                {formatAmount(amount, decimalsOf(asset, assets))} {asset}
              </td>
              <td className="py-1.5 text-right tabular-nums">
                {formatAmount(balance, decimalsOf(asset, assets))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
