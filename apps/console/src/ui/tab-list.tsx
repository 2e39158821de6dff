import * as Tabs from '@radix-ui/react-tabs';

/** The tabs of a Tabs.Root; the arrow keys move between them. */
export function TabList({
  label,
  tabs,
}: {
  label: string;
  tabs: readonly { value: string; name: string }[];
}) {
  return (
    <Tabs.List
      aria-label={label}
      className="flex flex-wrap gap-1 rounded-md border border-line bg-sunken p-1"
    >
      {tabs.map(({ value, name }) => (
        <Tabs.Trigger
          key={value}
          value={value}
          className="min-h-8 flex-1 rounded px-2.5 text-sm font-medium whitespace-nowrap text-muted hover:text-ink data-[state=active]:bg-surface data-[state=active]:text-ink data-[state=active]:ring-1 data-[state=active]:ring-line-strong"
        >
          {name}
        </Tabs.Trigger>
      ))}
    </Tabs.List>
  );
}
