import type { LibraryExercise } from '../../api/types';

/** What the list is narrowed to. */
export interface Wanted {
  words: string;
  direction: string;
  equipment: 'any' | 'nothing' | 'have';
  favourites: boolean;
}
export const anything: Wanted = { words: '', direction: '', equipment: 'any', favourites: false };

/** A piece of equipment and whether the runner has it; null where that was not said. */
export interface Piece {
  id: string;
  have: boolean | null;
}

/** What stands there in every home: it is never asked for, so it is never missing. */
const everywhere = (piece: string, pieces: readonly Piece[]): boolean => !pieces.some(({ id }) => id === piece);

/** The exercises that fit everything wanted; every word searched for stands somewhere in the exercise. */
export function fitting(exercises: readonly LibraryExercise[], wanted: Wanted, pieces: readonly Piece[], words: (exercise: LibraryExercise) => string): LibraryExercise[] {
  const sought = wanted.words.toLowerCase().split(/\s+/).filter(Boolean);
  const has = new Set(pieces.filter(({ have }) => have).map(({ id }) => id));
  return exercises.filter((exercise) => {
    if (wanted.favourites && !exercise.favourite) return false;
    if (wanted.direction !== '' && !exercise.trains.some((one) => one === wanted.direction)) return false;
    const needed = exercise.equipment.filter((piece) => !everywhere(piece, pieces));
    if (wanted.equipment === 'nothing' && needed.length > 0) return false;
    if (wanted.equipment === 'have' && !needed.every((piece) => has.has(piece))) return false;
    const all = words(exercise).toLowerCase();
    return sought.every((word) => all.includes(word));
  });
}

/** The groups of the list in their order: the runner's own first, then the therapist's four, strength, mobility. */
export const groups = ['own', 'therapist', 'strength', 'mobility'] as const;
export type Group = (typeof groups)[number];
export const groupOf = ({ own, therapist, kind }: Pick<LibraryExercise, 'own' | 'therapist' | 'kind'>): Group => (own ? 'own' : therapist ? 'therapist' : kind);
