export type Theme = 'light' | 'dark' | 'system';

const place = 'hipline.theme';

/** The theme that was chosen on this device; the system's where none was. */
export function theme(): Theme {
  const kept = localStorage.getItem(place);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

/** Keeps a choice of theme on this device and shows it. */
export function chooseTheme(chosen: Theme): void {
  if (chosen === 'system') localStorage.removeItem(place);
  else localStorage.setItem(place, chosen);
  showTheme();
}

/** Shows the theme that was chosen. */
export function showTheme(): void {
  const chosen = theme();
  if (chosen === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = chosen;
}
