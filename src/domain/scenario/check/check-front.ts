import type { Scenario } from '../schema.ts';
import type { Problem } from './problem.ts';

/** What a scenario says of itself: each claim once, and reviewed exactly where somebody has reviewed it. */
export function checkFront({ claims, status, reviews }: Scenario): Problem[] {
  const problems: Problem[] = [];
  claims.forEach(({ competency, level }, at) => {
    const first = claims.findIndex((one) => one.competency === competency && one.level === level);
    if (first < at)
      problems.push({
        code: 'claimed-twice',
        path: ['claims', at],
        message: `${competency} at level ${level} is claimed already.`,
        remedy: 'Claim it once.',
      });
  });
  if ((status === 'reviewed') === Boolean(reviews)) return problems;
  const isUnsigned = status === 'reviewed';
  problems.push({
    code: 'not-reviewed',
    path: [isUnsigned ? 'status' : 'reviews'],
    message: isUnsigned
      ? 'It is called reviewed, and does not say by whom.'
      : `Somebody has reviewed it, and it is called ${status}.`,
    remedy: isUnsigned
      ? 'Add "reviews" with name, role and day, or call it provisional.'
      : 'Set "status: reviewed", or take the reviews out until it is.',
  });
  return problems;
}
