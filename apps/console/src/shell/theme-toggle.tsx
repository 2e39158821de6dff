import { Button } from '../ui/basics.tsx';
import { applyTheme, type Theme, useTheme } from '../ui/theme.ts';

const next: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const names: Record<Theme, string> = { system: 'Auto', light: 'Light', dark: 'Dark' };

/** As the system, light, dark, and round again. */
export function ThemeToggle() {
  const theme = useTheme();
  return (
    <Button
      kind="quiet"
      aria-label={`Colours: ${names[theme]}`}
      onClick={() => {
        applyTheme(next[theme]);
      }}
    >
      <svg viewBox="0 0 16 16" className="size-4" aria-hidden="true">
        <circle cx="8" cy="8" r="6.25" className="fill-transparent stroke-current" strokeWidth="1.5" />
        <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" className="fill-current" />
      </svg>
      {names[theme]}
    </Button>
  );
}
