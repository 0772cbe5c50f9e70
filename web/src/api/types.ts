import type { components } from './schema';

type Schemas = components['schemas'];

export type About = Schemas['About'];
export type Today = Schemas['Today'];
export type TodayPage = Schemas['TodayPage'];
export type WhyRule = Schemas['WhyRule'];
export type Promises = Schemas['Promises'];
export type Closed = Schemas['Closed'];
export type Question = Schemas['Question'];
export type Interview = Schemas['Interview'];
export type InterviewSoFar = Schemas['InterviewSoFar'];
export type FactAnswer = Schemas['Answer'];
export type NewCheckIn = Schemas['NewCheckIn'];
export type Setup = Schemas['Setup'];
export type SetupField = Schemas['SetupField'];
export type ImportEvent = Schemas['ImportEvent'];
export type ImportReport = Schemas['ImportReport'];
export type ImportedFile = Schemas['ImportedFile'];
export type PlanPage = Schemas['PlanPage'];
export type PlanWeek = Schemas['PlanWeek'];
export type PlanDay = Schemas['PlanDay'];
export type PlanMove = Schemas['PlanMove'];
export type RacePage = Schemas['RacePage'];
export type LibraryExercise = Schemas['LibraryExercise'];
