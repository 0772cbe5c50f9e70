import type { Component } from 'svelte';
import { addressOf } from './router.svelte';

/** Every page that the app may have. A page exists once it stands in `routes`; until then nothing links to it. */
export type PageName = 'today' | 'start' | 'circuit' | 'plan' | 'trends' | 'library' | 'why' | 'note' | 'settings';

export interface Route {
  load: () => Promise<{ default: Component }>;
  /** One job, one way out: no tabs. */
  bare?: true;
  /** Closed, with a lock, while a clinician comes first. */
  closes?: true;
}

/** The pages, each loaded when it is first opened. Add one line here, and the tab or link to it appears. */
export const routes: Partial<Record<PageName, Route>> = {
  today: { load: () => import('./features/today/Today.svelte') },
  circuit: { load: () => import('./features/circuit/Circuit.svelte'), closes: true },
  plan: { load: () => import('./features/plan/Plan.svelte'), closes: true },
  trends: { load: () => import('./features/trends/Trends.svelte') },
  start: { load: () => import('./features/start/Start.svelte'), bare: true },
  library: { load: () => import('./features/library/Library.svelte') },
  settings: { load: () => import('./features/settings/Settings.svelte') },
  why: { load: () => import('./features/why/Why.svelte') },
  note: { load: () => import('./features/note/Note.svelte') },
};

/** The tabs, in their order; those without a page are not shown. */
export const tabs = ['today', 'circuit', 'plan', 'trends', 'library'] as const satisfies readonly PageName[];

/** The page that an address asks for; today where there is no such page. */
export function pageFor(name: string): PageName {
  return name in routes ? (name as PageName) : 'today';
}

/** The address of a page, or nothing where the page does not exist yet. */
export function linkTo(page: PageName, rest: readonly string[] = [], query: Record<string, string> = {}): string | undefined {
  return routes[page] ? addressOf(page, rest, query) : undefined;
}
