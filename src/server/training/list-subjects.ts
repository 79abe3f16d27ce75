import { readTrainingSubjects } from '../content/read-training-subjects.ts';

/** The subjects of training with every name that a file may use for them. */
export async function listTrainingSubjects(): Promise<
  { id: string; title: string; also: string[] }[]
> {
  const { subjects } = await readTrainingSubjects();
  return Object.entries(subjects).map(([id, { title, also }]) => ({ id, title, also }));
}
