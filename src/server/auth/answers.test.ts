import { describe, expect, test } from 'vitest';
import { asksForJson, pathToComeBackTo, withNext } from './answers.ts';

test.each([
  [{ accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }, false],
  [{ accept: 'application/json' }, true],
  [{ accept: '*/*', 'content-type': 'application/json; charset=utf-8' }, true],
  [{ accept: '*/*' }, false],
  [{ accept: 'text/html', 'content-type': 'application/json' }, false],
  [{}, false],
])('%j asks for JSON: %j', (headers, json) => {
  expect(asksForJson(new Headers(headers as Record<string, string>))).toBe(json);
});

describe('where to come back to', () => {
  const ask = (method: string, path: string, headers: Record<string, string> = {}) => {
    const url = new URL(path, 'http://ours.example');
    return pathToComeBackTo(new Request(url, { method, headers }), url);
  };

  test('a page that was asked for', () => {
    expect(ask('GET', '/team?sort=name')).toBe('/team?sort=name');
  });

  test('the page of the form that was sent', () => {
    const headers = { host: 'ours.example', referer: 'http://ours.example/attempts/a1' };
    expect(ask('POST', '/api/attempts/a1/decisions', headers)).toBe('/attempts/a1');
  });

  test('nowhere, if the form was somebody else’s or said nothing', () => {
    const headers = { host: 'ours.example', referer: 'http://elsewhere.example/x' };
    expect(ask('POST', '/api/attempts/a1/decisions', headers)).toBeUndefined();
    expect(ask('POST', '/api/attempts/a1/decisions')).toBeUndefined();
  });

  test('the path travels as one value', () => {
    expect(withNext('/sign-in', '/team?a=1&b=2')).toBe('/sign-in?next=%2Fteam%3Fa%3D1%26b%3D2');
    expect(withNext('/sign-in', '/')).toBe('/sign-in');
    expect(withNext('/sign-in', undefined)).toBe('/sign-in');
  });
});
