import axe from 'axe-core';
import type { Page } from '@playwright/test';

/**
 * What axe finds wrong on a page, as `rule: element`: under every rule, or only under those named. It is
 * given to a page once, however often the page is looked at.
 */
export async function breachesOn(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (only) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      ...(only ? { runOnly: { type: 'rule' as const, values: only } } : {}),
      // Only breaches are read, so axe need not make selectors for them.
      resultTypes: ['violations'],
      selectors: false,
      preload: false,
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }, rules);
}
