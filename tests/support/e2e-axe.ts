import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe finds wrong on a page, as `rule: element`: under every rule, only under those named, or
 * under all but colours.
 * No page of ours has frames, so nothing is gained by looking through them from a page apart.
 */
export async function breachesOn(
  page: Page,
  rules?: string[] | 'all-but-colours',
): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'], preload: false });
  const chosen =
    rules === 'all-but-colours'
      ? axe.disableRules('color-contrast')
      : rules
        ? axe.withRules(rules)
        : axe;
  const { violations } = await chosen.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
