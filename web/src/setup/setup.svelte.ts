import { api, ask, type Answer } from '../api/client';
import type { Setup, SetupField } from '../api/types';

type Refusal = Exclude<Answer<Setup>, { kind: 'answer' }>;
/** How setup is read and told; a test brings its own. */
export interface SetupServer {
  get: () => Promise<Answer<Setup>>;
  tell: (fields: Record<string, string>) => Promise<Answer<Setup>>;
}
const server: SetupServer = {
  get: () => ask(api.GET('/api/setup')),
  tell: (fields) => ask(api.PATCH('/api/setup', { body: fields })),
};

/** What the runner told of themselves, field by field. Each answer is kept as it is given, one after the other, so that the step can
 * be left at any time. */
export class SetupInHand {
  /** The fields as the server knows them. */
  setup = $state.raw<Setup | undefined>();
  /** Why the fields could not be read. */
  trouble = $state.raw<Refusal | undefined>();
  /** What an answer was refused for, by field. */
  refused = $state.raw<Readonly<Record<string, string>>>({});
  keeping = $state(0);
  /** Something was kept since this page was opened. */
  kept = $state(false);
  #last: Promise<void> = Promise.resolve();

  constructor(private readonly server_: SetupServer = server) {}

  async load(): Promise<void> {
    this.trouble = undefined;
    const answer = await this.server_.get();
    if (answer.kind === 'answer') this.setup = answer.value;
    else this.trouble = answer;
  }

  field(id: string): SetupField | undefined {
    return this.setup?.fields.find((field) => field.id === id);
  }
  /** The fields of a chapter that are asked, in their order. */
  chapter(name: string, without: readonly string[] = []): SetupField[] {
    return this.setup?.fields.filter((field) => field.chapter === name && field.asked && !without.includes(field.id)) ?? [];
  }

  /** Tells fields, all or none; an empty answer makes one unknown again. Nothing is sent where it says what is known already. */
  tell(fields: Readonly<Record<string, string>>): Promise<void> {
    const send = async (): Promise<void> => {
      const changed = Object.entries(fields).filter(([id, value]) => (this.field(id)?.known ?? '') !== value);
      this.refused = Object.fromEntries(Object.entries(this.refused).filter(([id]) => !(id in fields)));
      if (changed.length === 0) return;
      const answer = await this.server_.tell(Object.fromEntries(changed.map(([id, value]) => [id, value || 'forget'])));
      if (answer.kind === 'answer') {
        this.setup = answer.value;
        this.kept = true;
        return;
      }
      const words = answer.kind === 'refused' ? answer.message : '';
      const at = answer.kind === 'refused' && answer.where in fields ? answer.where : (changed[0]?.[0] ?? '');
      this.refused = { ...this.refused, [at]: words };
    };
    this.keeping++;
    this.#last = this.#last.then(send).finally(() => this.keeping--);
    return this.#last;
  }

  /** Waits until all that was told is kept or refused; says whether nothing was refused. */
  async settled(): Promise<boolean> {
    await this.#last;
    return Object.keys(this.refused).length === 0;
  }
}
