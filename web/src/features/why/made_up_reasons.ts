import type { EvidenceLine, EvidenceList, EvidencePage, RulePage, Rules } from '../../api/types';

// Made-up rules and sources, for tests. None of them is a rule or a study of Hipline's.

const line = (id: string, finding: string, changed: Partial<EvidenceLine> = {}): EvidenceLine => ({
  id,
  citation: `Nobody A, Noone B. A study that was made up. Journal of Made-Up Things 2020;1(2):3-4.`,
  topic: 'circuit',
  kind: 'trial',
  known: 'read',
  known_words: 'read on the page cited',
  doi: '10.0000/made-up',
  finding,
  beside: [],
  ...changed,
});
export const madeUpSources: EvidenceLine[] = [
  line('nobody-2020', 'Six made-up weeks raised made-up strength by 17 %.', { beside: ['noone-2021'] }),
  line('noone-2021', 'The same six weeks raised nothing.', { known: 'secondary', known_words: 'as reported elsewhere' }),
  line('naïve-2019', 'Runs much longer than the longest went with more made-up complaints.', { topic: 'load', kind: 'cohort' }),
];

const rule = (id: string, title: string, changed: Partial<Rules['groups'][number]['rules'][number]> = {}): Rules['groups'][number]['rules'][number] => ({ id, title, level: null, grade: 'low', grade_word: 'low', opinion: false, reviewed: 'not yet by a clinician', ...changed });

export const madeUpRules = (): Rules => ({
  content_hash: '3f1c0b7a9e4d2a6b8c5d7e9f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d',
  version: '0.1.0',
  groups: [
    { id: 'triage', title: 'Who needs to be seen first', rules: [rule('TR-01', 'Night pain', { level: 'clinician_urgent', grade: 'moderate', grade_word: 'fair' }), rule('TR-37', 'A deep or groin-side ache, and two risks for the bone', { level: 'clinician_before_running', opinion: true })] },
    { id: 'today', title: 'Today', rules: [rule('TD-02', 'Clear ache that settles', { level: 'modify' }), rule('TD-10', 'Much longer than your longest run of the last 30 days'), rule('TD-14b', 'On the way back up', { grade: 'very_low', grade_word: 'very low', opinion: true })] },
    { id: 'circuit', title: "The circuit's dose", rules: [rule('CP-02b', 'One small step more', { grade: 'very_low', grade_word: 'very low', opinion: true })] },
    { id: 'plan', title: 'The plan', rules: [rule('TP-05', 'Less each week')] },
    { id: 'origin', title: 'Strain or load?', rules: [] },
  ],
});

export const madeUpEvidence = (): EvidenceList => ({
  content_hash: madeUpRules().content_hash,
  honesty: 'The evidence for this kind of ache in runners is thin. Nobody has tested these rules in marathon runners with a sore hip; the ache is real all the same.',
  not_known: ['Nobody has made up a study of this.'],
  not_reviewed: 'Not yet reviewed by a clinician.',
  topics: ['circuit', 'load'].map((topic) => ({ topic, title: `About the ${topic}`, sources: madeUpSources.filter((source) => source.topic === topic) })),
});

export function madeUpRule(id: string): RulePage | undefined {
  const found = madeUpRules()
    .groups.flatMap((group) => group.rules)
    .find((one) => one.id === id);
  return (
    found && {
      id,
      title: found.title,
      level: found.level,
      asks_for: 'Asks for: run less today.',
      why: 'The ache reached 3 to 5 of 10 and was gone by morning. That is a yellow pattern: keep moving, take some load off.',
      not_for: 'Race day. Every marathon breaks this rule, and the plan says so (TP-05).',
      referral: null,
      conditions: [
        { depth: 0, text: 'all of these hold' },
        { depth: 1, text: "highest of the last run's worst, this morning's and present pain: 3 or more" },
        { depth: 1, text: 'this does not hold' },
        { depth: 2, text: 'today is race day' },
      ],
      not_reviewed: 'Not yet reviewed by a clinician.',
      source: 'Source: nobody-2020. Strength for this use: low. ',
      strength: { grade: found.grade, grade_word: found.grade_word, opinion: found.opinion, evidence: ['nobody-2020'], reviewed: found.reviewed },
      sources: madeUpSources.slice(0, 2),
    }
  );
}

export function madeUpSource(id: string): EvidencePage | undefined {
  const source = madeUpSources.find((one) => one.id === id);
  return (
    source && {
      source,
      people: '33 people who do not exist',
      did: 'By chance, half trained for six weeks and half did not.',
      limits: 'People without pain, and six weeks. Nobody of them ran a marathon.',
      uses: [
        { grade: 'low', grade_word: 'low', what: ['TD-02', 'standing-band-hip-flexion'] },
        { grade: 'very_low', grade_word: 'very low', what: ['CP-02b'] },
      ],
      beside: madeUpSources.filter((one) => one.id !== id).slice(0, 1),
    }
  );
}
