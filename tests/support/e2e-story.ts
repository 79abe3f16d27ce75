import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { actionsIn } from '#domain/scenario/decision.ts';
import type { Scenario } from '#domain/scenario/schema.ts';

/**
 * The words of a scenario by their ids, so that a journey does not break when an author rewords an
 * option. Its scenes and options keep their names.
 */
export function readStory(slug: string) {
  const { title, scenes } = parse(
    readFileSync(`scenarios/${slug}/scenario.yaml`, 'utf8'),
  ) as Scenario;
  const scene = (id: string) => found(scenes[id], `${slug}: scene ${id}`);
  const option = (at: string, id: string) =>
    found(actionsIn(scene(at).decision)[id], `${slug}: option ${at}/${id}`);
  const find = (at: string, id: string) =>
    found(scene(at).finds?.[id], `${slug}: find ${at}/${id}`);
  return {
    title,
    scene: (id: string) => scene(id).title,
    option: (at: string, id: string) => option(at, id).text,
    /** The first words of what follows a choice. */
    followed: (at: string, id: string) => firstWords(option(at, id).followed ?? ''),
    find: (at: string, id: string) => find(at, id).label,
    tells: (at: string, id: string) => firstWords(find(at, id).tells),
    note: (at: string, id: string) => find(at, id).note,
    next: (at: string) => found(scene(at).next, `${slug}: next of ${at}`).label,
  };
}

export type Story = ReturnType<typeof readStory>;

const firstWords = (text: unknown) => String(text).trim().slice(0, 24);

function found<Found>(value: Found | undefined, name: string): Found {
  if (value === undefined) throw new Error(`There is no ${name}.`);
  return value;
}
