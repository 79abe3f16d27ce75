import { ok, refuse, type Result } from '#domain/result.ts';
import {
  findShared,
  Organisation,
  readRegistry,
  writeRegistry,
  type RegistryProblem,
} from './registry.ts';

/** Why the list of organisations was not changed, in plain words. */
export type ChangeProblem =
  RegistryProblem | { code: 'malformed' | 'taken' | 'unknown'; line: string };

/** What is wrong with an organisation that is to be added to a registry, or the organisation. */
export function checkNewOrganisation(
  file: string,
  sent: unknown,
): Result<Organisation, ChangeProblem> {
  const parsed = Organisation.safeParse(sent);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse({ code: 'malformed', line: `${issue?.path.join('.')}: ${issue?.message}.` });
  }
  const registry = readRegistry(file);
  if (!registry.ok) return registry;
  const what = findShared(parsed.data, registry.value ?? []);
  if (what) return refuse({ code: 'taken', line: `Another organisation has that ${what}.` });
  return ok(parsed.data);
}

/** Adds an organisation to the registry; its database must be ready before. */
export function addOrganisation(file: string, sent: unknown): Result<Organisation, ChangeProblem> {
  const checked = checkNewOrganisation(file, sent);
  if (!checked.ok) return checked;
  const registry = readRegistry(file);
  if (!registry.ok) return registry;
  writeRegistry(file, [...(registry.value ?? []), checked.value]);
  return checked;
}

/** Takes an organisation out of the registry. Its database stays as it is. */
export function removeOrganisation(
  file: string,
  host: string,
): Result<Organisation, ChangeProblem> {
  const registry = readRegistry(file);
  if (!registry.ok) return registry;
  const found = registry.value?.find((one) => one.host === host);
  if (!found) return refuse({ code: 'unknown', line: `There is no organisation at ${host}.` });
  writeRegistry(
    file,
    (registry.value ?? []).filter((one) => one !== found),
  );
  return ok(found);
}
