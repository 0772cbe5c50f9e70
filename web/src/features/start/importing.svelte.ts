import type { Answer } from '../../api/client';
import type { ImportJob } from '../../api/upload';
import type { ImportEvent, ImportReport } from '../../api/types';

/** How far one file has come. */
export type Came =
  | { kind: 'waiting' }
  | { kind: 'sending'; share: number }
  | { kind: 'reading'; readings: number; runs: number }
  | { kind: 'done'; report: ImportReport }
  | { kind: 'failed'; why: string }
  | { kind: 'unreachable' }
  | { kind: 'lost' }
  | { kind: 'undone'; report: ImportReport };

export interface Dropped {
  readonly key: number;
  readonly name: string;
  readonly came: Came;
}

/** The ways to the server; a test brings its own. */
export interface ImportServer {
  send: (file: File, progress: (share: number) => void) => Promise<Answer<ImportJob>>;
  watch: (id: string, told: (event: ImportEvent) => void, lost: () => void) => () => void;
  undo: (id: number) => Promise<Answer<unknown>>;
}

/** Files that were dropped, one after the other: what was imported stays imported when a later one fails. */
export class Importing {
  list = $state.raw<readonly Dropped[]>([]);
  #last: Promise<void> = Promise.resolve();
  #keys = 0;

  constructor(
    private readonly server: ImportServer,
    private readonly imported: () => void = () => undefined,
  ) {}

  /** Whether a file is still on its way. */
  get busy(): boolean {
    return this.list.some(({ came }) => came.kind === 'waiting' || came.kind === 'sending' || came.kind === 'reading');
  }
  /** The runs that these files brought. */
  get runs(): number {
    return this.list.reduce((sum, { came }) => sum + (came.kind === 'done' ? came.report.runs : 0), 0);
  }

  take(files: readonly File[]): Promise<void> {
    const fresh = files.map((file) => ({ file, key: ++this.#keys }));
    this.list = [...this.list, ...fresh.map(({ file, key }) => ({ key, name: file.name, came: { kind: 'waiting' } as const }))];
    for (const { file, key } of fresh) this.#last = this.#last.then(() => this.#one(file, key));
    return this.#last;
  }

  async undo(key: number): Promise<void> {
    const one = this.list.find((dropped) => dropped.key === key);
    if (one?.came.kind !== 'done' || one.came.report.import === null) return;
    const { report } = one.came;
    const answer = await this.server.undo(one.came.report.import);
    if (answer.kind === 'answer') {
      this.#set(key, { kind: 'undone', report });
      this.imported();
    }
  }

  #set(key: number, came: Came): void {
    this.list = this.list.map((one) => (one.key === key ? { ...one, came } : one));
  }

  async #one(file: File, key: number): Promise<void> {
    this.#set(key, { kind: 'sending', share: 0 });
    const job = await this.server.send(file, (share) => this.#set(key, { kind: 'sending', share }));
    if (job.kind !== 'answer') {
      this.#set(key, job.kind === 'unreachable' ? job : { kind: 'failed', why: job.message || job.code });
      return;
    }
    this.#set(key, { kind: 'reading', readings: 0, runs: 0 });
    await new Promise<void>((over) => {
      this.server.watch(
        job.value.id,
        (event) => {
          if (event.event === 'reading') {
            this.#set(key, { kind: 'reading', readings: event.readings, runs: event.runs });
            return;
          }
          this.#set(key, event.event === 'done' ? { kind: 'done', report: event.report } : { kind: 'failed', why: event.error.message || event.error.code });
          over();
        },
        () => {
          this.#set(key, { kind: 'lost' });
          over();
        },
      );
    });
    this.imported();
  }
}
