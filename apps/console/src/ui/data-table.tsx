import {
  type ColumnDef,
  flexRender,
  getCoreRowModel,
  type RowData,
  useReactTable,
} from '@tanstack/react-table';

declare module '@tanstack/react-table' {
  // The names of the type parameters are those of the library.
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  interface ColumnMeta<TData extends RowData, TValue> {
    align?: 'right';
    /** Hidden on a phone, where the row shows it elsewhere or not at all. */
    wideOnly?: boolean;
  }
}

/** A table of rows in the order of the API, which sorts and pages. With `onOpen` a click on a row opens it. */
export function DataTable<Row>({
  columns,
  rows,
  caption,
  keyOf,
  onOpen,
}: {
  // TanStack's own type for columns whose cells differ in type.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  columns: ColumnDef<Row, any>[];
  rows: Row[];
  caption: string;
  keyOf: (row: Row) => string;
  onOpen?: (row: Row) => void;
}) {
  const table = useReactTable({ data: rows, columns, getCoreRowModel: getCoreRowModel(), getRowId: keyOf });
  const firstOnPhone = columns.findIndex(({ meta }) => !meta?.wideOnly);
  const place = (meta: { align?: 'right'; wideOnly?: boolean } | undefined, index: number) =>
    [
      meta?.align === 'right' ? 'text-right' : 'text-left',
      meta?.wideOnly ? 'max-sm:hidden' : '',
      index === firstOnPhone ? 'max-sm:pl-4' : '',
    ].join(' ');
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id} className="border-b border-line">
            {group.headers.map((header, index) => (
              <th
                key={header.id}
                scope="col"
                className={`px-2 py-2 text-xs font-medium whitespace-nowrap text-muted first:pl-4 last:pr-4 ${place(header.column.columnDef.meta, index)}`}
              >
                {flexRender(header.column.columnDef.header, header.getContext())}
              </th>
            ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => (
          <tr
            key={row.id}
            className={`border-b border-line last:border-0 ${onOpen ? 'cursor-pointer hover:bg-sunken' : ''}`}
            onClick={
              onOpen &&
              (() => {
                onOpen(row.original);
              })
            }
          >
            {row.getVisibleCells().map((cell, index) => (
              <td
                key={cell.id}
                className={`px-2 py-2 align-top first:pl-4 last:pr-4 ${place(cell.column.columnDef.meta, index)}`}
              >
                {flexRender(cell.column.columnDef.cell, cell.getContext())}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
