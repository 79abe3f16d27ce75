import type { Page } from '@playwright/test';

const touch = 44;
/** A cell of the team table, which has a column for each thing a carer does. */
const cell = 24;

/** Buttons, choices, folds and links that stand alone, where they are under 44 pixels either way. */
export const smallTargets = (page: Page) =>
  page.evaluate(
    ([touch, cell]) => {
      // Words beside a link make it part of a sentence; a block beside it does not.
      const isApart = (beside: Node) =>
        !beside.textContent?.trim() ||
        (beside instanceof Element && getComputedStyle(beside).display !== 'inline');
      const standsAlone = (link: Element) =>
        [...link.parentElement!.childNodes].every((one) => one === link || isApart(one));
      const sizeOf = (one: Element) => {
        // A link may answer over the whole of its card.
        const after = getComputedStyle(one, '::after');
        const spread = after.position === 'absolute' ? after : null;
        const { width, height } = one.getBoundingClientRect();
        return spread ? [parseFloat(spread.width), parseFloat(spread.height)] : [width, height];
      };
      const links = [...document.querySelectorAll('main a, header a')].filter(standsAlone);
      const others = document.querySelectorAll('button, summary, select, textarea, label, input');
      const isTarget = (one: Element) =>
        !one.matches('input[type=radio], input[type=checkbox], .field > label, .skip');
      return [...links, ...others]
        .filter((one) => isTarget(one) && one.checkVisibility())
        .map((one) => ({ one, sides: sizeOf(one) }))
        .filter(({ one, sides }) => Math.min(...sides) < (one.closest('td') ? cell : touch) - 0.5)
        .map(
          ({ one, sides }) => `${sides.map(Math.round).join('x')} ${one.outerHTML.slice(0, 90)}`,
        );
    },
    [touch, cell] as const,
  );
