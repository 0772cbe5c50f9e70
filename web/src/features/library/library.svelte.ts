import { SvelteMap } from 'svelte/reactivity';
import { api, ask, type Answer } from '../../api/client';
import type { components } from '../../api/schema';
import type { LibraryExercise } from '../../api/types';
import { day } from '../../day/day.svelte';
import { groupOf, groups } from './filter';
import { whenIdle } from '../../offline/idle';
import { askOrKept, keep, keptValue, type Reached } from '../../offline/kept';

export type Library = components['schemas']['Library'];
export type ExercisePage = components['schemas']['ExercisePage'];
export type Favourite = Library['favourites'][number];
export type Refusal = Exclude<Answer<Library>, { kind: 'answer' }>;

const sheetName = (id: string): string => `exercise ${id}`;

/** The exercises: the list, and each one in full as it comes. All of them are kept on the device, so that the library opens without
 * a network. */
export class LibraryInHand {
  reached = $state.raw<Reached<Library> | undefined>();
  /** The exercises that are here in full, by id. */
  readonly sheets = new SvelteMap<string, ExercisePage>();
  /** Why the last change was not kept. */
  trouble = $state.raw<Refusal | undefined>();
  readonly #asked = new Map<string, Promise<Reached<ExercisePage>>>();
  #left = false;

  get library(): Library | undefined {
    return this.reached?.kind === 'answer' || this.reached?.kind === 'kept' ? this.reached.value : undefined;
  }

  /** Whether the list speaks of now: a kept one says nothing of what fits today, nor does any while a clinician comes first. */
  get speaksOfToday(): boolean {
    return this.reached?.kind === 'answer' && this.reached.value.closed === null && !day.closed;
  }

  async load(): Promise<void> {
    this.reached = await askOrKept('library', ask(api.GET('/api/library')));
    // What is in sight is asked for by its card. The rest follows for a time without a network, one at a time and while nothing
    // else is to be done, in the order of the page, those with a drawing first.
    const rank = (one: LibraryExercise): number => (one.figure ? 0 : groups.length) + groups.indexOf(groupOf(one));
    const order = [...(this.library?.exercises ?? [])].sort((a, b) => rank(a) - rank(b));
    for (const { id } of order) {
      await whenIdle();
      if (this.#left) return;
      await this.sheet(id);
    }
  }

  /** The page is left: what is not here yet is not fetched any more. */
  leave(): void {
    this.#left = true;
  }

  /** One exercise in full; nothing where it is neither at the server nor kept. */
  async sheet(id: string): Promise<Reached<ExercisePage>> {
    const here = this.sheets.get(id);
    if (here) return { kind: 'answer', value: here };
    const asked = this.#asked.get(id) ?? this.#ask(id);
    this.#asked.set(id, asked);
    const reached = await asked;
    this.#asked.delete(id);
    return reached;
  }

  async #ask(id: string): Promise<Reached<ExercisePage>> {
    // Without the server there is no use in knocking for each exercise.
    const kept = this.reached?.kind === 'kept' ? await keptValue<ExercisePage>(sheetName(id)) : undefined;
    const reached: Reached<ExercisePage> = kept ? { kind: 'answer', value: kept } : await askOrKept(sheetName(id), ask(api.GET('/api/library/{exercise}', { params: { path: { exercise: id } } })));
    if (reached.kind === 'answer' || reached.kind === 'kept') this.sheets.set(id, reached.value);
    return reached;
  }

  exercise(id: string): LibraryExercise | undefined {
    return this.library?.exercises.find((one) => one.id === id);
  }

  /** Picks an exercise out, from today on, or lets go of it. */
  async favour(id: string, on: boolean): Promise<void> {
    const before = this.library?.favourites ?? [];
    const favourites: Favourite[] = on ? [...before, { exercise: id }] : before.filter(({ exercise }) => exercise !== id);
    await this.#change(ask(api.PUT('/api/favourites', { body: { favourites } })));
  }

  /** Adds an exercise of the runner's own; says whether it was kept. */
  async add(own: OwnExercise): Promise<boolean> {
    return this.#change(ask(api.POST('/api/own-exercises', { body: own })));
  }

  async remove(id: string): Promise<boolean> {
    return this.#change(ask(api.DELETE('/api/own-exercises/{id}', { params: { path: { id } } })));
  }

  async #change(asked: Promise<Answer<Library>>): Promise<boolean> {
    const answer = await asked;
    this.trouble = answer.kind === 'answer' ? undefined : answer;
    if (answer.kind !== 'answer') return false;
    this.reached = answer;
    await keep('library', answer.value);
    return true;
  }
}

export interface OwnExercise {
  name: string;
  directions: components['schemas']['Direction'][];
  dose: string;
  mobility: boolean;
  both_sides_at_once: boolean;
  done_for_long: boolean;
}
