/** The seven levels, most careful first, as the engine names them. */
export const levels = ['emergency', 'clinician_urgent', 'clinician_before_running', 'rest', 'cross_train', 'modify', 'as_planned'] as const;
export type Level = (typeof levels)[number];

const clinician: readonly string[] = ['emergency', 'clinician_urgent', 'clinician_before_running'];

/** Whether a clinician comes first, so that run, circuit and plan are closed. */
export const clinicianFirst = (level: string): boolean => clinician.includes(level);
