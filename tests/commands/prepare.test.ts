import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { areInstalled, runsTypeScript } from '../../src/commands/prepare.mjs';

test('packages are missing where nothing is installed', () => {
  expect(areInstalled(aProject({ 'node_modules/zod': { version: '4.6.7' } }))).toBe(false);
});

test('packages are installed when each has the version of the lock file', () => {
  const locked = { '': {}, 'node_modules/zod': { version: '4.6.7' } };
  expect(areInstalled(aProject(locked, { 'node_modules/zod': { version: '4.6.7' } }))).toBe(true);
});

test('a package in another version than the lock file names is missing', () => {
  const locked = { 'node_modules/zod': { version: '4.6.7' } };
  expect(areInstalled(aProject(locked, { 'node_modules/zod': { version: '4.6.6' } }))).toBe(false);
});

test('a package for other machines may be absent', () => {
  const locked = { 'node_modules/only-mac': { version: '1.0.0', optional: true } };
  expect(areInstalled(aProject(locked, {}))).toBe(true);
});

test('the commands run on a Node that knows TypeScript', () => {
  const versions = ['v20.20.2', 'v22.17.0', 'v22.18.0', 'v24.21.0'];
  expect(versions.map(runsTypeScript)).toEqual([false, false, true, true]);
});

function aProject(locked: object, installed?: object): string {
  const root = mkdtempSync(join(tmpdir(), 'project-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: locked }));
  if (!installed) return root;
  mkdirSync(join(root, 'node_modules'));
  writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }));
  return root;
}
