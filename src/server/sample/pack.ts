import type { Database } from '#db';
import { londonDate } from '#domain/london-time.ts';
import { importTraining } from '../training/import-training.ts';
import { recordTraining } from '../training/record-training.ts';
import type { Cast } from './cast.ts';

/** Fills in training: brought from a file for most, entered for some, one run out. */
export async function samplePack(db: Database, cast: Cast, now: Date): Promise<void> {
  const { grace, joan, ravi, priscilla, daniel, amina } = cast;
  const day = (days: number) =>
    londonDate(new Date(now.getTime() + days * 86_400_000).toISOString());
  const lines = [
    'user name,subject,completed,expires',
    `${priscilla.username},Medicines,${day(-200)},${day(165)}`,
    `${priscilla.username},Safeguarding adults,${day(-180)},${day(550)}`,
    `${priscilla.username},Delegated health tasks,${day(-90)},${day(275)}`,
    // Trained, and a harmful choice since: training alone shows nothing.
    `${daniel.username},Medicines,${day(-60)},${day(305)}`,
    `${daniel.username},Moving and handling,${day(-400)},${day(-35)}`,
    `${joan.username},Moving and handling,${day(-340)},${day(25)}`,
    `${joan.username},Infection control,${day(-100)},`,
    `${ravi.username},Medicines,${day(-30)},${day(335)}`,
    `${amina.username},Moving and handling,${day(-20)},${day(345)}`,
    `${amina.username},Fire safety,${day(-21)},${day(344)}`,
  ].join('\n');
  const at = new Date(now.getTime() - 2 * 86_400_000).toISOString();
  const brought = await importTraining(db, grace, lines, at);
  if (!brought.ok || brought.value.left)
    throw new Error('The sample brings training that is wrong.');
  for (const [person, completedOn] of [
    [joan, '2024-02-16'],
    [priscilla, '2021-09-24'],
  ] as const) {
    const body = { subject: 'care-certificate', kind: 'brought', completedOn, expiresOn: '' };
    const recorded = await recordTraining(db, grace, person.id, body, at);
    if (!recorded.ok) throw new Error('The sample records training that is refused.');
  }
}
