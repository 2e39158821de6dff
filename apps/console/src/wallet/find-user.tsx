import { type SyntheticEvent, useState } from 'react';
import { Button } from '../ui/basics.tsx';

export function FindUser({ initial = '', onFind }: { initial?: string; onFind: (userId: string) => void }) {
  const [userId, setUserId] = useState(initial);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (userId.trim() !== '') onFind(userId.trim());
  };
  return (
    <form role="search" onSubmit={submit} className="flex w-full gap-2 sm:w-80">
      <input
        aria-label="User id"
        placeholder="User id"
        value={userId}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        className="min-h-9 min-w-0 flex-1 rounded-md border border-line-strong bg-surface px-2.5 text-sm placeholder:text-muted"
        onChange={(event) => {
          setUserId(event.target.value);
        }}
      />
      <Button type="submit" kind="primary">
        Find
      </Button>
    </form>
  );
}
